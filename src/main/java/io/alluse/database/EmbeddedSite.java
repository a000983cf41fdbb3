package io.alluse.database;

/** The embedded server, once it runs; every role logs in as itself. */
record EmbeddedSite(int port, Passwords passwords, String database) implements Site {

    static final String DATABASE = "alluse";

    @Override
    public String url() {
        return url(database);
    }

    @Override
    public SessionDataSource as(Role role) {
        return login(role.sqlName(), database);
    }

    @Override
    public SessionDataSource administrator() {
        return login(Passwords.SUPERUSER, database);
    }

    /** The database that every server has. */
    SessionDataSource maintenance() {
        return login(Passwords.SUPERUSER, "postgres");
    }

    /** Every start does it: see {@link EmbeddedServer}. */
    @Override
    public void prepare() {}

    private SessionDataSource login(String user, String name) {
        return new SessionDataSource(url(name), user, passwords.of(user));
    }

    private String url(String name) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
    }
}
