package io.alluse.architecture.breach;

/** Public, so that others could go past the module. */
public class BadStore {}
