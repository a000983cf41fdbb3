package io.alluse.account;

import io.alluse.policy.Policy;
import io.alluse.policy.PolicyHash;
import io.alluse.sql.Session;
import java.util.Optional;

/** SQL of recorded policies. */
final class PolicyStore {

    private final Session session;

    PolicyStore(Session session) {
        this.session = session;
    }

    Optional<PolicyHash> recordedBase(String name, int version) {
        return session.client()
                .sql("select hash from policy where name = :name and version = :version and base")
                .param("name", name)
                .param("version", version)
                .query((row, no) -> PolicyHash.of(row.getBytes("hash")))
                .optional();
    }

    void insert(Policy policy, boolean base) {
        session.client()
                .sql("""
                        insert into policy (hash, name, version, base, content)
                        values (:hash, :name, :version, :base, :content) on conflict do nothing""")
                .param("hash", policy.hash().bytes())
                .param("name", policy.name())
                .param("version", policy.version())
                .param("base", base)
                .param("content", policy.text())
                .update();
    }

    Optional<String> content(PolicyHash hash) {
        return session.client()
                .sql("select content from policy where hash = :hash")
                .param("hash", hash.bytes())
                .query(String.class)
                .optional();
    }
}
