-- what the server of a portal said of itself last: its certificate and its software; lists a line each
CREATE TABLE portal_server (
    portal_id     bigint PRIMARY KEY REFERENCES portal (id),
    host          varchar(300) NOT NULL,
    seen_at       timestamp(3) with time zone NOT NULL,
    protocol      varchar(20) NOT NULL,
    subject       varchar(1000) NOT NULL,
    issuer        varchar(1000) NOT NULL,
    names         varchar(20000) NOT NULL,
    not_before    timestamp(3) with time zone,
    not_after     timestamp(3) with time zone,
    problems      varchar(200) NOT NULL,
    software      varchar(10000) NOT NULL
);
