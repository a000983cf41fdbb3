/** The account side of the ALL-USE method as scheduled batch jobs. */
@NullMarked
package io.alluse;

import org.jspecify.annotations.NullMarked;
