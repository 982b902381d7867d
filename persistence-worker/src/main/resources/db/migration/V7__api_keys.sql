-- API keys. Of a key's secret only the SHA-256 is kept: it has 256 random bits, so nobody finds it by trying.
create table api_key (
    id           text        primary key,
    sha256       text        not null,
    owner        text        not null,
    name         text        not null,
    -- Their names with a space between them, as OAuth writes them.
    scopes       text        not null,
    created_at   timestamptz not null,
    expires_at   timestamptz,
    revoked_at   timestamptz,
    -- Written at most once a minute.
    last_used_at timestamptz
);
