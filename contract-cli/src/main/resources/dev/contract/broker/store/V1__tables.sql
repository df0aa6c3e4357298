-- One schema for SQLite and PostgreSQL. ${id}, ${bytes} and ${name} are what the two spell differently; what people name things, and
-- so what lists are ordered by, is a ${name}. Times are milliseconds since 1970, truth is 0 or 1. Names stand in their own tables once;
-- everything else refers to integer keys.

-- Always empty: on PostgreSQL writers lock it, all together, or one that was in another's way alone.
CREATE TABLE writing (row_of_nobody INTEGER);

CREATE TABLE pacticipant (
    id ${id},
    name ${name} NOT NULL UNIQUE,
    display_name TEXT,
    main_branch ${name},
    repository_url TEXT,
    repository_name TEXT,
    repository_namespace TEXT,
    last_order BIGINT NOT NULL DEFAULT 0,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL
);

CREATE TABLE label (
    pacticipant_id BIGINT NOT NULL REFERENCES pacticipant (id) ON DELETE CASCADE,
    name ${name} NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (pacticipant_id, name)
);
CREATE INDEX label_by_name ON label (name);

CREATE TABLE version (
    id ${id},
    pacticipant_id BIGINT NOT NULL REFERENCES pacticipant (id) ON DELETE CASCADE,
    number ${name} NOT NULL,
    ord BIGINT NOT NULL,
    build_url TEXT,
    created_at BIGINT NOT NULL,
    UNIQUE (pacticipant_id, number),
    UNIQUE (pacticipant_id, ord)
);

CREATE TABLE branch (
    id ${id},
    pacticipant_id BIGINT NOT NULL REFERENCES pacticipant (id) ON DELETE CASCADE,
    name ${name} NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    UNIQUE (pacticipant_id, name)
);

CREATE TABLE branch_version (
    branch_id BIGINT NOT NULL REFERENCES branch (id) ON DELETE CASCADE,
    version_id BIGINT NOT NULL REFERENCES version (id) ON DELETE CASCADE,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (branch_id, version_id)
);
CREATE INDEX branch_version_by_version ON branch_version (version_id);

CREATE TABLE branch_head (
    branch_id BIGINT NOT NULL PRIMARY KEY REFERENCES branch (id) ON DELETE CASCADE,
    version_id BIGINT NOT NULL REFERENCES version (id) ON DELETE CASCADE
);
CREATE INDEX branch_head_by_version ON branch_head (version_id);

CREATE TABLE tag_name (
    id ${id},
    name ${name} NOT NULL UNIQUE
);

CREATE TABLE version_tag (
    tag_id BIGINT NOT NULL REFERENCES tag_name (id),
    version_id BIGINT NOT NULL REFERENCES version (id) ON DELETE CASCADE,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (tag_id, version_id)
);
CREATE INDEX version_tag_by_version ON version_tag (version_id);

CREATE TABLE tag_head (
    pacticipant_id BIGINT NOT NULL REFERENCES pacticipant (id) ON DELETE CASCADE,
    tag_id BIGINT NOT NULL REFERENCES tag_name (id),
    version_id BIGINT NOT NULL REFERENCES version (id) ON DELETE CASCADE,
    first_at BIGINT NOT NULL,
    PRIMARY KEY (pacticipant_id, tag_id)
);
CREATE INDEX tag_head_by_version ON tag_head (version_id);

CREATE TABLE integration (
    consumer_id BIGINT NOT NULL REFERENCES pacticipant (id) ON DELETE CASCADE,
    provider_id BIGINT NOT NULL REFERENCES pacticipant (id) ON DELETE CASCADE,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    PRIMARY KEY (consumer_id, provider_id)
);
CREATE INDEX integration_by_provider ON integration (provider_id);

CREATE TABLE pact_content (
    id ${id},
    consumer_id BIGINT NOT NULL REFERENCES pacticipant (id) ON DELETE CASCADE,
    provider_id BIGINT NOT NULL REFERENCES pacticipant (id) ON DELETE CASCADE,
    sha VARCHAR(100) NOT NULL,
    identity VARCHAR(100) NOT NULL,
    sha_rule INTEGER NOT NULL,
    interactions INTEGER NOT NULL,
    messages INTEGER NOT NULL,
    created_at BIGINT NOT NULL,
    UNIQUE (consumer_id, provider_id, sha)
);
CREATE INDEX pact_content_by_provider ON pact_content (provider_id);
CREATE INDEX pact_content_by_identity ON pact_content (consumer_id, provider_id, identity);

CREATE TABLE pact_body (
    content_id BIGINT NOT NULL PRIMARY KEY REFERENCES pact_content (id) ON DELETE CASCADE,
    body ${bytes} NOT NULL
);

CREATE TABLE pact (
    id ${id},
    version_id BIGINT NOT NULL REFERENCES version (id) ON DELETE CASCADE,
    consumer_id BIGINT NOT NULL REFERENCES pacticipant (id) ON DELETE CASCADE,
    provider_id BIGINT NOT NULL REFERENCES pacticipant (id) ON DELETE CASCADE,
    revision INTEGER NOT NULL,
    content_id BIGINT NOT NULL REFERENCES pact_content (id) ON DELETE CASCADE,
    created_at BIGINT NOT NULL,
    UNIQUE (version_id, provider_id, revision)
);
CREATE INDEX pact_by_content ON pact (content_id);
CREATE INDEX pact_by_pair ON pact (consumer_id, provider_id);
CREATE INDEX pact_by_provider ON pact (provider_id);

-- The highest revision of each consumer version and provider. ord repeats the version's, so that the newest is found by key.
CREATE TABLE pact_head (
    version_id BIGINT NOT NULL REFERENCES version (id) ON DELETE CASCADE,
    provider_id BIGINT NOT NULL REFERENCES pacticipant (id) ON DELETE CASCADE,
    consumer_id BIGINT NOT NULL REFERENCES pacticipant (id) ON DELETE CASCADE,
    ord BIGINT NOT NULL,
    pact_id BIGINT NOT NULL REFERENCES pact (id) ON DELETE CASCADE,
    content_id BIGINT NOT NULL REFERENCES pact_content (id) ON DELETE CASCADE,
    PRIMARY KEY (version_id, provider_id)
);
CREATE INDEX pact_head_by_pair ON pact_head (consumer_id, provider_id, ord DESC);
CREATE INDEX pact_head_by_content ON pact_head (content_id);
CREATE INDEX pact_head_by_pact ON pact_head (pact_id);
CREATE INDEX pact_head_by_provider ON pact_head (provider_id);

CREATE TABLE verification (
    id ${id},
    content_id BIGINT NOT NULL REFERENCES pact_content (id) ON DELETE CASCADE,
    provider_version_id BIGINT NOT NULL REFERENCES version (id) ON DELETE CASCADE,
    success INTEGER NOT NULL,
    build_url TEXT,
    wip INTEGER NOT NULL,
    pending INTEGER,
    created_at BIGINT NOT NULL
);
CREATE INDEX verification_by_content ON verification (content_id, provider_version_id);
CREATE INDEX verification_by_content_and_age ON verification (content_id, id);
CREATE INDEX verification_by_provider ON verification (provider_version_id);

CREATE TABLE verification_details (
    verification_id BIGINT NOT NULL PRIMARY KEY REFERENCES verification (id) ON DELETE CASCADE,
    test_results ${bytes},
    verified_by TEXT
);

-- The newest result of each content and provider version: it alone decides.
CREATE TABLE verification_head (
    content_id BIGINT NOT NULL REFERENCES pact_content (id) ON DELETE CASCADE,
    provider_version_id BIGINT NOT NULL REFERENCES version (id) ON DELETE CASCADE,
    verification_id BIGINT NOT NULL REFERENCES verification (id) ON DELETE CASCADE,
    success INTEGER NOT NULL,
    PRIMARY KEY (content_id, provider_version_id)
);
CREATE INDEX verification_head_by_provider ON verification_head (provider_version_id);
CREATE INDEX verification_head_by_verification ON verification_head (verification_id);

-- Since when a content passed on a branch, and with a tag: what pending and work in progress ask.
CREATE TABLE content_branch_success (
    content_id BIGINT NOT NULL REFERENCES pact_content (id) ON DELETE CASCADE,
    branch_id BIGINT NOT NULL REFERENCES branch (id) ON DELETE CASCADE,
    wip INTEGER NOT NULL,
    first_at BIGINT NOT NULL,
    PRIMARY KEY (content_id, branch_id, wip)
);
CREATE INDEX content_branch_success_by_branch ON content_branch_success (branch_id);

CREATE TABLE content_tag_success (
    content_id BIGINT NOT NULL REFERENCES pact_content (id) ON DELETE CASCADE,
    tag_id BIGINT NOT NULL REFERENCES tag_name (id),
    wip INTEGER NOT NULL,
    first_at BIGINT NOT NULL,
    PRIMARY KEY (content_id, tag_id, wip)
);

-- What providers say of themselves. Versions share equal documents.
CREATE TABLE provider_document (
    id ${id},
    provider_id BIGINT NOT NULL REFERENCES pacticipant (id) ON DELETE CASCADE,
    sha VARCHAR(100) NOT NULL,
    content_type TEXT NOT NULL,
    body ${bytes} NOT NULL,
    created_at BIGINT NOT NULL,
    UNIQUE (provider_id, sha)
);

CREATE TABLE provider_contract (
    version_id BIGINT NOT NULL PRIMARY KEY REFERENCES version (id) ON DELETE CASCADE,
    document_id BIGINT NOT NULL REFERENCES provider_document (id) ON DELETE CASCADE,
    self_verified INTEGER,
    self_verification ${bytes} NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX provider_contract_by_document ON provider_contract (document_id);

-- What came of comparing a content with a document, by which comparison. What was not finished is made again.
CREATE TABLE comparison (
    content_id BIGINT NOT NULL REFERENCES pact_content (id) ON DELETE CASCADE,
    document_id BIGINT NOT NULL REFERENCES provider_document (id) ON DELETE CASCADE,
    comparator INTEGER NOT NULL,
    broken INTEGER NOT NULL,
    errors INTEGER NOT NULL,
    warnings INTEGER NOT NULL,
    not_compared INTEGER NOT NULL,
    first_error TEXT,
    findings ${bytes} NOT NULL,
    finished INTEGER NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (content_id, document_id, comparator)
);
CREATE INDEX comparison_by_document ON comparison (document_id);

CREATE TABLE environment (
    id ${id},
    uuid VARCHAR(64) NOT NULL UNIQUE,
    name ${name} NOT NULL UNIQUE,
    display_name TEXT,
    production INTEGER NOT NULL,
    contacts TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL
);

CREATE TABLE deployed_version (
    id ${id},
    uuid VARCHAR(64) NOT NULL UNIQUE,
    version_id BIGINT NOT NULL REFERENCES version (id) ON DELETE CASCADE,
    environment_id BIGINT NOT NULL REFERENCES environment (id) ON DELETE CASCADE,
    instance ${name},
    created_at BIGINT NOT NULL,
    undeployed_at BIGINT
);
CREATE INDEX deployed_version_by_version ON deployed_version (version_id);
CREATE INDEX deployed_version_by_environment ON deployed_version (environment_id);

CREATE TABLE released_version (
    id ${id},
    uuid VARCHAR(64) NOT NULL UNIQUE,
    version_id BIGINT NOT NULL REFERENCES version (id) ON DELETE CASCADE,
    environment_id BIGINT NOT NULL REFERENCES environment (id) ON DELETE CASCADE,
    created_at BIGINT NOT NULL,
    support_ended_at BIGINT,
    UNIQUE (version_id, environment_id)
);
CREATE INDEX released_version_by_environment ON released_version (environment_id);

-- What is in an environment now. kind is D for deployed, R for released; instance is empty where there is only one.
CREATE TABLE live_version (
    environment_id BIGINT NOT NULL REFERENCES environment (id) ON DELETE CASCADE,
    pacticipant_id BIGINT NOT NULL REFERENCES pacticipant (id) ON DELETE CASCADE,
    version_id BIGINT NOT NULL REFERENCES version (id) ON DELETE CASCADE,
    kind CHAR(1) NOT NULL,
    instance ${name} NOT NULL,
    record_id BIGINT NOT NULL,
    PRIMARY KEY (environment_id, pacticipant_id, version_id, kind, instance)
);
CREATE UNIQUE INDEX live_version_by_instance ON live_version (environment_id, pacticipant_id, instance) WHERE kind = 'D';
CREATE INDEX live_version_by_version ON live_version (version_id);
CREATE INDEX live_version_by_pacticipant ON live_version (pacticipant_id);

-- Of a token only the digest of its secret is kept.
CREATE TABLE access_token (
    id ${id},
    name VARCHAR(255) NOT NULL UNIQUE,
    role VARCHAR(10) NOT NULL,
    digest CHAR(64) NOT NULL UNIQUE,
    created_at BIGINT NOT NULL,
    expires_at BIGINT
);

-- Who has logged in with a browser. Of the secret in its cookie only the digest is kept; holder and proof are told in Session.
CREATE TABLE browser_session (
    id ${id},
    digest CHAR(64) NOT NULL UNIQUE,
    holder CHAR(64) NOT NULL,
    proof CHAR(64) NOT NULL,
    expires_at BIGINT NOT NULL
);

-- What only one broker of several may do at a time; free again when its time is over.
CREATE TABLE named_lock (
    name VARCHAR(64) NOT NULL PRIMARY KEY,
    holder VARCHAR(64) NOT NULL,
    held_until BIGINT NOT NULL
);

-- request is JSON, encrypted when the broker has a key.
CREATE TABLE webhook (
    id ${id},
    uuid VARCHAR(255) NOT NULL UNIQUE,
    description TEXT,
    consumer_id BIGINT REFERENCES pacticipant (id) ON DELETE CASCADE,
    consumer_label VARCHAR(255),
    provider_id BIGINT REFERENCES pacticipant (id) ON DELETE CASCADE,
    provider_label VARCHAR(255),
    events TEXT NOT NULL,
    enabled INTEGER NOT NULL,
    request TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL
);
CREATE INDEX webhook_by_consumer ON webhook (consumer_id);
CREATE INDEX webhook_by_provider ON webhook (provider_id);

-- What was triggered, and the queue of what is still to be run: due_at is null when it is over. What is claimed is due when its claim ends.
CREATE TABLE triggered_webhook (
    id ${id},
    uuid VARCHAR(64) NOT NULL UNIQUE,
    webhook_id BIGINT REFERENCES webhook (id) ON DELETE SET NULL,
    webhook_uuid VARCHAR(255) NOT NULL,
    title TEXT NOT NULL,
    event VARCHAR(64) NOT NULL,
    consumer_id BIGINT NOT NULL REFERENCES pacticipant (id) ON DELETE CASCADE,
    provider_id BIGINT NOT NULL REFERENCES pacticipant (id) ON DELETE CASCADE,
    pact_id BIGINT NOT NULL REFERENCES pact (id) ON DELETE CASCADE,
    verification_id BIGINT REFERENCES verification (id) ON DELETE CASCADE,
    parameters TEXT NOT NULL,
    status VARCHAR(16) NOT NULL,
    attempts INTEGER NOT NULL,
    due_at BIGINT,
    claim_owner VARCHAR(64),
    created_at BIGINT NOT NULL
);
CREATE INDEX triggered_webhook_due ON triggered_webhook (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX triggered_webhook_by_webhook ON triggered_webhook (webhook_id);
CREATE INDEX triggered_webhook_by_pair ON triggered_webhook (consumer_id, provider_id);
CREATE INDEX triggered_webhook_by_provider ON triggered_webhook (provider_id);
CREATE INDEX triggered_webhook_by_pact ON triggered_webhook (pact_id);
CREATE INDEX triggered_webhook_by_verification ON triggered_webhook (verification_id);

CREATE TABLE webhook_execution (
    id ${id},
    triggered_id BIGINT NOT NULL REFERENCES triggered_webhook (id) ON DELETE CASCADE,
    attempt INTEGER NOT NULL,
    success INTEGER NOT NULL,
    log TEXT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX webhook_execution_by_triggered ON webhook_execution (triggered_id);

INSERT INTO environment (uuid, name, display_name, production, contacts, created_at, updated_at) VALUES
    ('5a1c7c1e-6f0b-4b1e-8d5e-2f8a9c3b7d10', 'test', 'Test', 0, '[]', 0, 0),
    ('0b2f6ac0-1d4e-4a5f-9c1b-6d0c5f7a2e31', 'production', 'Production', 1, '[]', 0, 0);
