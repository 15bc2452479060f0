"""Polars, lazily and with its streaming engine. The way `plain` reads everything into memory first."""

import polars as pl

from workload import NINETY_DAYS_BEFORE, SIXTY_DAYS_BEFORE, main


def schema(*names, **others):
    return {name: pl.String for name in names} | others


def register(path, fields):
    return pl.read_json(path, schema=fields).lazy()


def calls(files, way):
    log_fields = schema(
        "agent", "actor", "credential", "tool", "resourceTenant", "decision", "tenant", "result",
        "startedAt",
    )
    if way == "plain":
        log = pl.read_ndjson(files["calls"]).select(*log_fields).lazy()
        decisions = pl.read_ndjson(files["decisions"]).select("id", "effect", "decidedAt").lazy()
    else:
        log = pl.scan_ndjson(files["calls"], schema=log_fields)
        decisions = pl.scan_ndjson(files["decisions"], schema=schema("id", "effect", "decidedAt"))
    agents = register(files["agents"], schema("id", tools=pl.List(pl.String)))
    allowed = agents.explode("tools").select("id", "tools", pl.lit(True).alias("allowed"))
    identities = register(files["identities"], schema("id", "owner"))
    credentials = register(files["credentials"], schema("id", "revokedAt"))
    tools = register(files["tools"], schema("id", highImpact=pl.Boolean))
    start = pl.col("startedAt")
    joined = (
        log.join(identities, left_on="actor", right_on="id", how="left")
        .join(allowed, left_on=["agent", "tool"], right_on=["id", "tools"], how="left")
        .join(
            credentials.with_columns(known=pl.lit(True)),
            left_on="credential", right_on="id", how="left",
        )
        .join(tools, left_on="tool", right_on="id", how="left")
        .join(decisions, left_on="decision", right_on="id", how="left")
    )
    revoked = pl.col("revokedAt").is_in(["never", "notRecorded"]).not_() & (
        start >= pl.col("revokedAt")
    )
    decided = (pl.col("effect") == "allow") & (pl.col("decidedAt") <= start)
    judged = joined.select(
        "credential",
        "agent",
        q1=pl.col("owner").is_null(),
        q2=pl.col("allowed").is_null(),
        q3=pl.col("known").is_null() | revoked.fill_null(False),
        q4=(pl.col("resourceTenant") == pl.col("tenant")).fill_null(False).not_(),
        q5=(pl.col("result") != "denied")
        & (pl.col("highImpact").eq_missing(False)).not_()
        & decided.fill_null(False).not_(),
    )
    pairs = judged.group_by("credential", "agent").agg(pl.col("^q.$").sum())
    pairs = pairs.collect(engine="in-memory" if way == "plain" else "streaming")
    users = pairs.drop_nulls("credential").group_by("credential").len()
    return [pairs[f"q{i}"].sum() for i in range(1, 6)] + [(users["len"] > 1).sum()]


def identities(files, way):
    def table(name, fields):
        if way == "plain":
            return pl.read_json(files[name], infer_schema_length=None)
        return pl.read_json(files[name], schema=fields)

    def time(name):
        return pl.when(pl.col(name).str.starts_with("2")).then(pl.col(name))

    identity = table("identities", schema("status", "owner", "environment", "lastUsedAt")).select(
        pl.col("owner").is_null().sum().alias("a"),
        (
            (pl.col("status") == "enabled")
            & (time("lastUsedAt") > NINETY_DAYS_BEFORE).fill_null(False).not_()
        ).sum().alias("b"),
        pl.col("environment").is_null().sum().alias("c"),
        (pl.col("lastUsedAt").is_null() | (pl.col("lastUsedAt") == "notRecorded")).sum().alias("d"),
    ).row(0)
    credential = table(
        "credentials",
        schema("status", "lifetimeClass", "createdAt", "rotatedAt", "expiresAt", "lastUsedAt"),
    ).filter(pl.col("status") == "active").select(
        (pl.coalesce(time("rotatedAt"), "createdAt") < NINETY_DAYS_BEFORE)
        .fill_null(True).sum().alias("a"),
        time("expiresAt").is_null().sum().alias("b"),
        ((pl.col("lifetimeClass") == "static").fill_null(False) & time("rotatedAt").is_null())
        .sum().alias("c"),
        (time("lastUsedAt") > SIXTY_DAYS_BEFORE).fill_null(False).not_().sum().alias("d"),
    ).row(0)
    grants = table(
        "grants", schema("status", tenantWide=pl.Boolean, publisherVerified=pl.Boolean)
    ).filter(
        (pl.col("status") == "active")
        & pl.col("tenantWide").fill_null(False)
        & pl.col("publisherVerified").fill_null(False).not_()
    ).height
    return [*identity[:2], *credential, grants, *identity[2:]]


if __name__ == "__main__":
    main(calls, identities)
