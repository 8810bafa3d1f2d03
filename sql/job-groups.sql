-- Jobs of a warehouse as groups of jobs that are alike: what `video-budget reconcile --aggregate` and
-- `video-budget calibrate --aggregate` read. One row for each day, outcome, request and price. A job that did
-- the work of another is a row of its own. docs/warehouse.md has the step, and what differs between DuckDB,
-- PostgreSQL, BigQuery, Snowflake, Spark SQL and Trino: only what is marked with [..] here.
CREATE OR REPLACE VIEW video_job_groups AS -- [name]
WITH jobs AS (
  -- Your table, with these names. Times are seconds since 1970 [time]. A column that you do not have is a null of its type [null].
  SELECT
    workload,          -- text: the manifest's name for it, null where provider and model say enough
    provider,          -- text
    model,             -- text
    job_id,            -- text
    request_id,        -- text: one clip that was wanted
    take,              -- whole number or text: which of its takes
    idempotency_key,   -- text
    prompt_hash,       -- text
    seed,              -- number or text
    submitted_at,      -- number
    finished_at,       -- number, null where nobody saw the end
    gave_up_at,        -- number, null where the client did not give up
    -- text: success, provider_error, moderated, invalid, timed_out, cancelled, pending (not ended) or unknown (the client gave up, and nothing tells the end)
    status,
    requested_seconds, -- number
    billed_seconds,    -- number
    resolution,        -- text
    billed_resolution, -- text
    cost,              -- number, null where nobody knows
    currency,          -- text, null: the manifest's
    credits,           -- number, instead of a cost
    billed_tokens,     -- number, instead of a cost, for a model that bills tokens
    outputs_requested, -- number: clips that one job was asked for, null: as the manifest declares
    outputs_delivered, -- number: clips that it delivered
    polls,             -- number: status requests
    kept               -- boolean: whether somebody kept the clip
  FROM video_jobs -- [name]
),
ended AS (
  SELECT
    workload, provider, model, job_id, request_id, take, idempotency_key, prompt_hash, seed, submitted_at, finished_at, gave_up_at,
    -- A client's own patience is no end of a job.
    CASE WHEN status IN ('timed_out', 'pending') AND finished_at IS NULL AND gave_up_at IS NOT NULL THEN 'unknown' ELSE status END AS status,
    CASE WHEN status = 'pending' AND (finished_at IS NOT NULL OR gave_up_at IS NULL) THEN 1 ELSE 0 END AS is_pending,
    -- Above 0 where something was billed: what is not known of a success counts as billed.
    COALESCE(cost, credits, billed_tokens, CASE WHEN status = 'success' THEN 1 END) AS worth,
    requested_seconds, billed_seconds, resolution, billed_resolution, cost, currency, credits, billed_tokens, outputs_requested, outputs_delivered, polls, kept
  FROM jobs
),
ordered AS (
  SELECT
    ended.*,
    CAST(FLOOR(submitted_at / 86400) AS INTEGER) AS submitted_day,
    CASE
      WHEN status <> 'invalid' AND finished_at IS NULL AND gave_up_at > submitted_at THEN ROUND((gave_up_at - submitted_at) * 1000) / 1000
    END AS gave_up_after,
    CASE WHEN status <> 'invalid' AND finished_at > submitted_at THEN LN(finished_at - submitted_at) END AS ln_seconds,
    ROW_NUMBER() OVER (PARTITION BY workload, provider, model, is_pending, request_id, take ORDER BY submitted_at, job_id) AS attempt_of_take,
    ROW_NUMBER() OVER (PARTITION BY workload, provider, model, is_pending, request_id ORDER BY submitted_at, job_id) AS job_of_request,
    LAG(job_id) OVER (PARTITION BY workload, provider, model, is_pending, request_id, take ORDER BY submitted_at, job_id) AS take_before,
    LAG(submitted_at) OVER (PARTITION BY workload, provider, model, is_pending, request_id, take ORDER BY submitted_at, job_id) AS take_submitted,
    LAG(finished_at) OVER (PARTITION BY workload, provider, model, is_pending, request_id, take ORDER BY submitted_at, job_id) AS take_finished,
    LAG(gave_up_at) OVER (PARTITION BY workload, provider, model, is_pending, request_id, take ORDER BY submitted_at, job_id) AS take_gave_up,
    LAG(prompt_hash) OVER (PARTITION BY workload, provider, model, is_pending, request_id, take ORDER BY submitted_at, job_id) AS take_prompt,
    LAG(seed) OVER (PARTITION BY workload, provider, model, is_pending, request_id, take ORDER BY submitted_at, job_id) AS take_seed,
    LAG(cost) OVER (PARTITION BY workload, provider, model, is_pending, request_id, take ORDER BY submitted_at, job_id) AS take_cost,
    LAG(worth) OVER (PARTITION BY workload, provider, model, is_pending, request_id, take ORDER BY submitted_at, job_id) AS take_worth,
    LAG(job_id) OVER (PARTITION BY workload, provider, model, is_pending, idempotency_key ORDER BY submitted_at, job_id) AS key_before,
    LAG(finished_at) OVER (PARTITION BY workload, provider, model, is_pending, idempotency_key ORDER BY submitted_at, job_id) AS key_finished,
    LAG(gave_up_at) OVER (PARTITION BY workload, provider, model, is_pending, idempotency_key ORDER BY submitted_at, job_id) AS key_gave_up,
    LAG(cost) OVER (PARTITION BY workload, provider, model, is_pending, idempotency_key ORDER BY submitted_at, job_id) AS key_cost,
    LAG(worth) OVER (PARTITION BY workload, provider, model, is_pending, idempotency_key ORDER BY submitted_at, job_id) AS key_worth
  FROM ended
),
repeated AS (
  SELECT
    ordered.*,
    CASE
      WHEN is_pending = 1 THEN NULL
      -- One key, two bills.
      WHEN idempotency_key IS NOT NULL AND key_before IS NOT NULL AND worth > 0 AND key_worth > 0 THEN 'key'
      -- The same take again, within 900 seconds, while the first still ran.
      WHEN request_id IS NOT NULL
        AND (take IS NOT NULL OR seed IS NOT NULL)
        AND take_before IS NOT NULL
        AND worth > 0
        AND take_worth > 0
        AND (take_prompt = prompt_hash OR (take_prompt IS NULL AND prompt_hash IS NULL))
        AND (take_seed = seed OR (take_seed IS NULL AND seed IS NULL))
        AND (take_finished IS NULL OR take_finished > submitted_at)
        AND submitted_at - take_submitted <= 900 THEN 'take'
    END AS repeat_kind
  FROM ordered
),
alike AS (
  SELECT
    repeated.*,
    CASE WHEN repeat_kind IS NOT NULL THEN job_id END AS alone,
    -- One number for jobs that are alike: BigQuery does not partition by amounts, and orders by them.
    DENSE_RANK() OVER (
      PARTITION BY workload, provider, model, submitted_day
      ORDER BY status, requested_seconds, billed_seconds, resolution, billed_resolution, cost, currency, credits, billed_tokens, outputs_requested,
        outputs_delivered, gave_up_after, CASE WHEN repeat_kind IS NOT NULL THEN job_id END
    ) AS kind
  FROM repeated
),
numbered AS (
  SELECT
    alike.*,
    ROW_NUMBER() OVER (PARTITION BY workload, provider, model, submitted_day, kind ORDER BY submitted_at, job_id) AS place
  FROM alike
)
SELECT
  workload,
  provider,
  model,
  status,
  requested_seconds,
  billed_seconds,
  resolution,
  billed_resolution,
  cost,
  currency,
  credits,
  billed_tokens,
  outputs_requested,
  outputs_delivered,
  gave_up_after,
  COUNT(*) AS jobs,
  MIN(submitted_at) AS first_submitted_at,
  MAX(submitted_at) AS last_submitted_at,
  MAX(CASE WHEN place = 1 THEN job_id END) AS example_job_id,
  MAX(CASE WHEN place = 1 THEN request_id END) AS example_request_id,
  COUNT(ln_seconds) AS ended,
  SUM(ln_seconds) AS sum_ln,
  SUM(ln_seconds * ln_seconds) AS sum_ln2,
  COUNT(request_id) AS named,
  SUM(CASE WHEN request_id IS NOT NULL AND attempt_of_take = 1 THEN 1 ELSE 0 END) AS takes,
  SUM(CASE WHEN request_id IS NOT NULL AND job_of_request = 1 THEN 1 ELSE 0 END) AS requests,
  SUM(CASE WHEN status = 'success' AND kept IS NOT NULL THEN 1 ELSE 0 END) AS marked,
  SUM(CASE WHEN status = 'success' AND kept THEN 1 ELSE 0 END) AS kept_clips,
  COUNT(polls) AS polled,
  SUM(polls) AS sent_polls,
  MAX(repeat_kind) AS repeat_kind,
  MAX(CASE WHEN repeat_kind = 'key' THEN key_before WHEN repeat_kind = 'take' THEN take_before END) AS repeat_of,
  MAX(CASE WHEN repeat_kind = 'take' THEN submitted_at - take_submitted END) AS repeat_gap,
  -- The clip that nobody waited for: the first one's, where the client gave it up, else the second one's. Null where no cost is known: it counts at the price.
  MAX(
    CASE
      WHEN repeat_kind = 'key' AND key_finished IS NULL AND key_gave_up IS NOT NULL THEN key_cost
      WHEN repeat_kind = 'take' AND take_finished IS NULL AND take_gave_up IS NOT NULL THEN take_cost
      WHEN repeat_kind IS NOT NULL THEN cost
    END
  ) AS repeat_wasted
FROM numbered
GROUP BY
  workload, provider, model, submitted_day, status, requested_seconds, billed_seconds, resolution, billed_resolution, cost, currency, credits, billed_tokens,
  outputs_requested, outputs_delivered, gave_up_after, alone, kind
