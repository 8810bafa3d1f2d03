export interface Report {
  schema: "video-budget/report@1";
  verdict: "invalid" | "fail" | "unpriced" | "warn" | "pass";
  reasons: {
    /**
     * The reasons of the verdict; a closed list that later versions may extend
     */
    code: string;
    file: string;
    /**
     * `total` or the name of a scope; null if the reason is no limit
     */
    scope: string | null;
    /**
     * In `currency`, rounded to 6 decimals; null if it is not known
     */
    limit: number | null;
    /**
     * In `currency`, rounded to 6 decimals; null if it is not known
     */
    value: number | null;
    figure: ("expected" | "p50" | "p90" | "p95") | null;
    message: string;
    /**
     * For a limit that fails: single edits that bring it within the limit, otherwise the largest; the least loss first
     */
    levers: {
      file: string;
      workload: string;
      /**
       * The key, from the workload
       */
      path: string;
      /**
       * The current value, even if it is a default
       */
      from: {
        [k: string]: unknown;
      };
      to: unknown;
      /**
       * The change of the monthly cost by the edit: below 0
       */
      monthly: number;
      /**
       * The expected monthly cost of all workloads after the edit
       */
      total: number;
      /**
       * The verdict of the whole report after the edit
       */
      verdict: "invalid" | "fail" | "unpriced" | "warn" | "pass";
      /**
       * If no single edit is enough: a second edit with which it is
       */
      also: {
        file: string;
        workload: string;
        /**
         * The key, from the workload
         */
        path: string;
        /**
         * The current value, even if it is a default
         */
        from: {
          [k: string]: unknown;
        };
        to: unknown;
        /**
         * In `currency`, rounded to 6 decimals
         */
        total: number;
        verdict: "invalid" | "fail" | "unpriced" | "warn" | "pass";
      } | null;
      text: string;
    }[];
  }[];
  /**
   * Present if the check fails and the base branch's policy has an override
   */
  override?: {
    state: "absent" | "granted" | "refused";
    /**
     * The label that overrides the failure
     */
    label: string;
    /**
     * Who added it
     */
    by: string | null;
    /**
     * When, in GitHub's format; null if it does not count
     */
    at: string | null;
    /**
     * The commit that it was added for
     */
    commit: string | null;
    /**
     * Why it does not count
     */
    refused: ("role" | "author" | "commit" | "dearer" | "unknown") | null;
  };
  /**
   * The commits that were compared, if the action wrote the report
   */
  commits?: {
    head: string;
    base: string | null;
  };
  currency: string;
  /**
   * The day prices were looked up for, UTC
   */
  date: string;
  prices: {
    /**
     * Identifies the price book and every price file over it
     */
    snapshot: string;
    /**
     * Of the prices that were used
     */
    oldest_checked: string | null;
    /**
     * How many of them are older than the policy allows
     */
    stale: number;
  };
  total: {
    /**
     * Whether every workload has a price; if not, the total is what is known of it
     */
    complete: boolean;
    /**
     * Whether some volume is a single number: quantiles then assume it
     */
    if_volume_as_planned: boolean;
    head: {
      /**
       * The jobs of a month × the price of one job
       */
      list: number;
      /**
       * Use valued at its effective price
       */
      expected: number;
      /**
       * Standard deviation of a month
       */
      sd: number;
      /**
       * In `currency`, rounded to 6 decimals
       */
      p10: number;
      /**
       * In `currency`, rounded to 6 decimals
       */
      p50: number;
      /**
       * In `currency`, rounded to 6 decimals
       */
      p90: number;
      /**
       * In `currency`, rounded to 6 decimals
       */
      p95: number;
      /**
       * What is paid in a steady month, including whole packs and fees
       */
      cash: number;
    } | null;
    base: {
      /**
       * The jobs of a month × the price of one job
       */
      list: number;
      /**
       * Use valued at its effective price
       */
      expected: number;
      /**
       * Standard deviation of a month
       */
      sd: number;
      /**
       * In `currency`, rounded to 6 decimals
       */
      p10: number;
      /**
       * In `currency`, rounded to 6 decimals
       */
      p50: number;
      /**
       * In `currency`, rounded to 6 decimals
       */
      p90: number;
      /**
       * In `currency`, rounded to 6 decimals
       */
      p95: number;
      /**
       * What is paid in a steady month, including whole packs and fees
       */
      cash: number;
    } | null;
    /**
     * null without a base, and where what changed has no price
     */
    delta: {
      /**
       * In `currency`, rounded to 6 decimals
       */
      expected: number;
      /**
       * In `currency`, rounded to 6 decimals
       */
      p50: number;
      /**
       * In `currency`, rounded to 6 decimals
       */
      p90: number;
      /**
       * In `currency`, rounded to 6 decimals
       */
      p95: number;
      /**
       * Of base; null if base is 0
       */
      percent: number | null;
    } | null;
    /**
     * What price changes since the lock add to the monthly cost, apart from `delta`; null without a lock, or if unknown
     */
    repricing: number | null;
  };
  budgets: {
    file: string;
    scope: string;
    /**
     * In `currency`, rounded to 6 decimals
     */
    limit: number;
    /**
     * The figure that is compared with the limit
     */
    figure: "expected" | "p50" | "p90" | "p95";
    /**
     * In `currency`, rounded to 6 decimals; null if it is not known
     */
    head: number | null;
    /**
     * In `currency`, rounded to 6 decimals; null if it is not known
     */
    base: number | null;
    /**
     * The part of `head` that is not billed, because jobs are expected to fail. A limit is compared with the cost of delivering the whole plan
     */
    undelivered: number | null;
    /**
     * Whether every workload under the limit has a price; if not, `head` is a lower bound
     */
    complete: boolean;
    /**
     * Share of the limit, 0–…; null if a workload could not be read
     */
    used: number | null;
    /**
     * Probability of exceeding the limit; null if nothing uncertain is declared, or a price is missing
     */
    probability_over: number | null;
    /**
     * Whether some volume is a single number: quantiles and `probability_over` then assume it
     */
    if_volume_as_planned: boolean;
    verdict: "invalid" | "fail" | "unpriced" | "warn" | "pass";
    /**
     * Whether base already exceeds it, and this change does not make it worse
     */
    pre_existing: boolean;
  }[];
  /**
   * Month by month, that of `date` first, with `--months` or where anything varies by month; `total` and `budgets` are those of the first
   */
  months?: {
    month: string;
    /**
     * Whether all of it has a price in that month; if not, `figures` are a lower bound
     */
    complete: boolean;
    figures: {
      /**
       * The jobs of a month × the price of one job
       */
      list: number;
      /**
       * Use valued at its effective price
       */
      expected: number;
      /**
       * Standard deviation of a month
       */
      sd: number;
      /**
       * In `currency`, rounded to 6 decimals
       */
      p10: number;
      /**
       * In `currency`, rounded to 6 decimals
       */
      p50: number;
      /**
       * In `currency`, rounded to 6 decimals
       */
      p90: number;
      /**
       * In `currency`, rounded to 6 decimals
       */
      p95: number;
      /**
       * What is paid in a steady month, including whole packs and fees
       */
      cash: number;
    } | null;
    limits: {
      file: string;
      scope: string;
      /**
       * In `currency`, rounded to 6 decimals
       */
      limit: number;
      /**
       * In `currency`, rounded to 6 decimals; null if it is not known
       */
      value: number | null;
      verdict: "invalid" | "fail" | "unpriced" | "warn" | "pass";
    }[];
    /**
     * Workloads whose model is retired by then
     */
    retired: string[];
  }[];
  /**
   * The first month that exceeds a limit
   */
  first_over?: string | null;
  /**
   * With `--actuals`: the days of the month before `date` as billed, and the rest as planned
   */
  to_date?: {
    month: string;
    days: {
      month: number;
      /**
       * Days before `date`
       */
      past: number;
      /**
       * Past days that a file covers, including those between its first and last
       */
      covered: number;
      /**
       * Past days that no file covers; the plan counts for them
       */
      uncovered: string[];
      /**
       * Covered days of a bill that may still rise
       */
      provisional: number;
    };
    files: string[];
    jobs: {
      billed: number;
      /**
       * Jobs without a cost in their record, counted at their price
       */
      priced: number;
      /**
       * Jobs whose billed amount is not fully known
       */
      unknown: number;
      /**
       * Records that could not be read
       */
      unreadable: number;
    };
    /**
     * Jobs that no workload declares; they count nowhere
     */
    outside: {
      jobs: number;
      billed: number;
      /**
       * Jobs among these with an unknown cost
       */
      unknown: number;
    };
    /**
     * Jobs without a day of this month; they count nowhere
     */
    undated: {
      jobs: number;
      billed: number;
      /**
       * Jobs among these with an unknown cost
       */
      unknown: number;
    };
    total: {
      /**
       * Whether all of it is known; if not, amounts are lower bounds
       */
      complete: boolean;
      /**
       * What was billed on the covered days
       */
      billed: number;
      /**
       * The plan for the same days
       */
      planned: number | null;
      /**
       * The plan for the month
       */
      plan: number | null;
      /**
       * What was billed, plus the plan for all other days of the month
       */
      projected: number | null;
      /**
       * The month if each day costs what a covered day did; null if no day is covered
       */
      at_pace: number | null;
      /**
       * What `at_pace` says of the month: of 7 covered days or more all (`measured`) or a lower bound (`lower-bound`); of fewer nothing (`too-few-days`, `no-day`)
       */
      pace: "measured" | "lower-bound" | "too-few-days" | "no-day";
    };
    band: {
      /**
       * In `currency`, rounded to 6 decimals
       */
      low: number;
      /**
       * In `currency`, rounded to 6 decimals
       */
      high: number;
      /**
       * Whether it is the P10 and P90 of the plan. Otherwise a volume is a single number, and the range is at least 10% to each side
       */
      of_volume: boolean;
    } | null;
    /**
     * Where the pace leaves the band; null if it does not, or less than 7 days are covered
     */
    off: ("below" | "above") | null;
    limits: {
      file: string;
      scope: string;
      /**
       * In `currency`, rounded to 6 decimals
       */
      limit: number;
      /**
       * Whether all of it is known; if not, amounts are lower bounds
       */
      complete: boolean;
      /**
       * What was billed on the covered days
       */
      billed: number;
      /**
       * The plan for the same days
       */
      planned: number | null;
      /**
       * The plan for the month
       */
      plan: number | null;
      /**
       * What was billed, plus the plan for all other days of the month
       */
      projected: number | null;
      /**
       * The month if each day costs what a covered day did; null if no day is covered
       */
      at_pace: number | null;
      /**
       * What `at_pace` says of the month: of 7 covered days or more all (`measured`) or a lower bound (`lower-bound`); of fewer nothing (`too-few-days`, `no-day`)
       */
      pace: "measured" | "lower-bound" | "too-few-days" | "no-day";
      /**
       * The rest of the limit; below 0 if it is exceeded
       */
      left: number;
      /**
       * When the limit is passed: on a past day (`passed`), on a later one at the present pace (`at-pace`), or by a measured pace `not-this-month`; else `unknown`
       */
      passed: "passed" | "at-pace" | "not-this-month" | "unknown";
      /**
       * The day of `passed` and `at-pace`; null with the other two
       */
      passed_on: string | null;
    }[];
  };
  accounts: {
    provider: string;
    /**
     * Whether all of its use has a price; if not, amounts are lower bounds
     */
    complete: boolean;
    /**
     * Use of a month at its effective price; null if none of it is known, as in the other amounts
     */
    usage: number | null;
    /**
     * One-time credit, 0 or negative; affects only `first_month`
     */
    trial: number | null;
    /**
     * A prepaid balance, 0 or negative; affects only `first_month`
     */
    prepaid: number | null;
    /**
     * What is paid beyond the use, because packs and plans expire unused, or because use beyond a plan costs more (if it costs less: negative)
     */
    bundle_remainder: number | null;
    /**
     * Null, as every amount here, where there is no exchange rate for it
     */
    fees: number | null;
    /**
     * usage + bundle_remainder + fees: what is paid in a steady month
     */
    cash: number | null;
    /**
     * In `currency`, rounded to 6 decimals; null if it is not known
     */
    first_month: number | null;
  }[];
  /**
   * With `--group-by`
   */
  groups?: {
    /**
     * The key that workloads are grouped by: `tag:KEY`, `provider`, `model` or `mode`
     */
    by: string;
    /**
     * Null: the workloads without a value
     */
    value: string | null;
    workloads: number;
    /**
     * Whether each of them has a price; if not, `figures` are lower bounds
     */
    complete: boolean;
    figures: {
      /**
       * The jobs of a month × the price of one job
       */
      list: number;
      /**
       * Use valued at its effective price
       */
      expected: number;
      /**
       * Standard deviation of a month
       */
      sd: number;
      /**
       * In `currency`, rounded to 6 decimals
       */
      p10: number;
      /**
       * In `currency`, rounded to 6 decimals
       */
      p50: number;
      /**
       * In `currency`, rounded to 6 decimals
       */
      p90: number;
      /**
       * In `currency`, rounded to 6 decimals
       */
      p95: number;
      /**
       * What is paid in a steady month, including whole packs and fees
       */
      cash: number;
    } | null;
    base_figures: {
      /**
       * The jobs of a month × the price of one job
       */
      list: number;
      /**
       * Use valued at its effective price
       */
      expected: number;
      /**
       * Standard deviation of a month
       */
      sd: number;
      /**
       * In `currency`, rounded to 6 decimals
       */
      p10: number;
      /**
       * In `currency`, rounded to 6 decimals
       */
      p50: number;
      /**
       * In `currency`, rounded to 6 decimals
       */
      p90: number;
      /**
       * In `currency`, rounded to 6 decimals
       */
      p95: number;
      /**
       * What is paid in a steady month, including whole packs and fees
       */
      cash: number;
    } | null;
  }[];
  workloads: {
    file: string;
    name: string;
    tags: {
      [k: string]: string;
    };
    change: "added" | "removed" | "changed" | "same";
    /**
     * null if the workload could not be read
     */
    provider: string | null;
    model: string | null;
    mode: string | null;
    status: "priced" | "unpriced" | "retired" | "invalid";
    pre_existing: boolean;
    /**
     * One successful job, after steps, minima, factors, extras and rounding
     */
    job_price: number | null;
    /**
     * In `currency`, rounded to 6 decimals; null if it is not known
     */
    list_monthly: number | null;
    figures: {
      /**
       * The jobs of a month × the price of one job
       */
      list: number;
      /**
       * Use valued at its effective price
       */
      expected: number;
      /**
       * Standard deviation of a month
       */
      sd: number;
      /**
       * In `currency`, rounded to 6 decimals
       */
      p10: number;
      /**
       * In `currency`, rounded to 6 decimals
       */
      p50: number;
      /**
       * In `currency`, rounded to 6 decimals
       */
      p90: number;
      /**
       * In `currency`, rounded to 6 decimals
       */
      p95: number;
      /**
       * What is paid in a steady month, including whole packs and fees
       */
      cash: number;
    } | null;
    base_figures: {
      /**
       * The jobs of a month × the price of one job
       */
      list: number;
      /**
       * Use valued at its effective price
       */
      expected: number;
      /**
       * Standard deviation of a month
       */
      sd: number;
      /**
       * In `currency`, rounded to 6 decimals
       */
      p10: number;
      /**
       * In `currency`, rounded to 6 decimals
       */
      p50: number;
      /**
       * In `currency`, rounded to 6 decimals
       */
      p90: number;
      /**
       * In `currency`, rounded to 6 decimals
       */
      p95: number;
      /**
       * What is paid in a steady month, including whole packs and fees
       */
      cash: number;
    } | null;
    /**
     * In how many weeks of the job log the bill was between P10 and P90 (`reliability.evidence.weeks`); null where no backtest measured it
     */
    weeks_held: {
      k: number;
      n: number;
    } | null;
    /**
     * In `currency`, rounded to 6 decimals; null if it is not known
     */
    per_take: number | null;
    /**
     * Per clip wanted
     */
    per_wanted: number | null;
    jobs: {
      submitted: number;
      billed: number;
      duplicates: number;
      status_requests: number | null;
      undelivered_requests: number | null;
    } | null;
    /**
     * Parts of figures.expected, in order; they add up to it
     */
    waterfall: {
      part:
        | "base"
        | "pricing"
        | "rounding"
        | "takes"
        | "undelivered"
        | "failed_billed"
        | "retries"
        | "duplicates"
        | "polling"
        | "parameter_uncertainty";
      /**
       * In `currency`, rounded to 6 decimals
       */
      monthly: number;
    }[];
    /**
     * Edits since base and what each adds a month; they add up to the difference. Apart from it, `price`: one job at the lock's price and now
     */
    changes: {
      path: string;
      from: unknown;
      to: unknown;
      /**
       * In `currency`, rounded to 6 decimals; null if it is not known
       */
      monthly: number | null;
    }[];
    price: {
      /**
       * provider/model
       */
      id: string;
      bound: "exact" | "upper" | "lower";
      /**
       * Parts of the price of one job, in order; they add up to it
       */
      charges: {
        formula: string;
        /**
         * In `currency`, rounded to 6 decimals
         */
        amount: number;
      }[];
      /**
       * Where the price was read
       */
      source: string;
      /**
       * When it was read; null for a contract price
       */
      checked: string | null;
      confidence: "provider" | "third-party" | "inferred" | "contract";
    } | null;
    assumptions: {
      code: string;
      text: string;
      path: string;
      /**
       * Its cost above the cheapest value that the model accepts
       */
      monthly: number;
    }[];
  }[];
  /**
   * Calls in code that no workload declares, none of which is in a total; on a pull request those that it adds. null if code was not read
   */
  undeclared:
    | {
        /**
         * The slug of a price file, or unknown
         */
        provider: string;
        /**
         * All possible providers
         */
        providers: string[];
        /**
         * null if the code decides it at run time, or the API takes none
         */
        model: string | null;
        /**
         * What decides the model, if it is null
         */
        dynamic: string | null;
        priced: boolean;
        confidence: "call" | "constant" | "mention";
        parameters: {
          [k: string]: {
            /**
             * The first literal, where there are several
             */
            value: string | number | boolean | null;
            from: "literal" | "default" | "dynamic" | "not-sent";
            file: string | null;
            line: number | null;
            /**
             * Where several literals are not one value in one file: each value of each file
             */
            values?: {
              value: string | number | boolean;
              file: string;
              line: number;
            }[];
          };
        };
        /**
         * @minItems 1
         */
        places: {
          file: string;
          line: number;
          role:
            | "call"
            | "body"
            | "url"
            | "constant"
            | "map"
            | "default"
            | "env-default"
            | "type"
            | "comparison"
            | "ui-list"
            | "price-table"
            | "message"
            | "key";
        }[];
        hints: {
          max_attempts?: number;
          /**
           * Seconds
           */
          give_up_after?: number;
          notes: {
            kind: "retried-submit" | "client-retries" | "endless-poll" | "short-timeout";
            file: string;
            line: number;
            value: number | null;
          }[];
        };
        /**
         * The nearest manifest upward
         */
        manifest: string | null;
        fingerprint: string;
        /**
         * One job with what the code says and the provider's defaults, in USD
         */
        job_price: number | null;
        /**
         * Workloads that declare it
         */
        declared_by: string[];
      }[]
    | null;
  problems: {
    code: string;
    severity: "error" | "warning" | "note";
    message: string;
    file: string;
    line: number;
    column: number;
    hint: string | null;
  }[];
}

export interface ScanReport {
  schema: "video-budget/scan@1";
  /**
   * Files that were seen, whether read or left out
   */
  files: number;
  findings: {
    /**
     * The slug of a price file, or unknown
     */
    provider: string;
    /**
     * All possible providers
     */
    providers: string[];
    /**
     * null if the code decides it at run time, or the API takes none
     */
    model: string | null;
    /**
     * What decides the model, if it is null
     */
    dynamic: string | null;
    priced: boolean;
    confidence: "call" | "constant" | "mention";
    parameters: {
      [k: string]: {
        /**
         * The first literal, where there are several
         */
        value: string | number | boolean | null;
        from: "literal" | "default" | "dynamic" | "not-sent";
        file: string | null;
        line: number | null;
        /**
         * Where several literals are not one value in one file: each value of each file
         */
        values?: {
          value: string | number | boolean;
          file: string;
          line: number;
        }[];
      };
    };
    /**
     * @minItems 1
     */
    places: {
      file: string;
      line: number;
      role:
        | "call"
        | "body"
        | "url"
        | "constant"
        | "map"
        | "default"
        | "env-default"
        | "type"
        | "comparison"
        | "ui-list"
        | "price-table"
        | "message"
        | "key";
    }[];
    hints: {
      max_attempts?: number;
      /**
       * Seconds
       */
      give_up_after?: number;
      notes: {
        kind: "retried-submit" | "client-retries" | "endless-poll" | "short-timeout";
        file: string;
        line: number;
        value: number | null;
      }[];
    };
    /**
     * The nearest manifest upward
     */
    manifest: string | null;
    fingerprint: string;
    /**
     * One job with what the code says and the provider's defaults, in USD
     */
    job_price: number | null;
    /**
     * Workloads that declare it
     */
    declared_by: string[];
  }[];
  ignored: {
    file: string;
    line: number;
    text: string;
    reason: string;
  }[];
  /**
   * Places and files that are no finding, by reason
   */
  left_out: {
    [k: string]: number;
  };
}

export interface Workload {
  provider?: string;
  /**
   * The exact string that the provider's API takes, or an alias of the price book
   */
  model?: string;
  /**
   * What a job does; the model's first mode if absent
   */
  mode?:
    | "text-to-video"
    | "image-to-video"
    | "first-last-frame"
    | "reference-to-video"
    | "video-to-video"
    | "motion-transfer"
    | "extend"
    | "audio-to-video"
    | "lip-sync"
    | "avatar"
    | "upscale"
    | "effects"
    | "translation";
  /**
   * What one job makes
   */
  output?: {
    /**
     * Output duration of one clip; `auto`: the model chooses. For extend: the new seconds
     */
    duration?: (number | string) | "auto";
    /**
     * Frames instead of a duration
     */
    frames?: number;
    /**
     * Durations of a job's segments, instead of a duration
     *
     * @minItems 1
     *
     * Items: A duration: a number of seconds, or 8s, 2m, 1h
     */
    segments?: (number | string)[];
    /**
     * A class (720p, 1080p, 4k) or an exact size (1792x1024)
     */
    resolution?: string;
    /**
     * Whether the clip is generated with sound
     */
    audio?: boolean;
    /**
     * Width to height, such as 16:9, or a provider's word for one
     */
    aspect_ratio?: string;
    /**
     * Frames a second
     */
    fps?: number;
    /**
     * The provider's tier: std, pro, fast, normal…
     */
    quality?: string;
    /**
     * Outputs of one job
     */
    count?: number;
    /**
     * What the outputs of one job are. takes (default): takes of one clip, so a clip wants whole jobs. clips: each is a clip wanted of its own (a batch)
     */
    count_as?: "takes" | "clips";
  };
  /**
   * What is sent with one job
   */
  input?: {
    /**
     * Images sent with one job
     */
    images?: number;
    /**
     * Duration of each video sent with one job
     */
    video?: (number | string) | (number | string)[];
    /**
     * Duration of each audio file sent with one job
     */
    audio?: (number | string) | (number | string)[];
    /**
     * Resolution of the video sent
     */
    resolution?: string;
    /**
     * Length of the prompt or script in UTF-8 bytes
     */
    text_bytes?: number;
  };
  /**
   * The service tier, if the model has several: batch, flex, off-peak…
   */
  tier?: string;
  /**
   * The region, if the model has several
   */
  region?: string;
  /**
   * Any further option that the model declares
   */
  options?: {
    [k: string]: string | number | boolean;
  };
  /**
   * GPU time of one job, for prices by GPU second
   */
  runtime?: number | string;
  /**
   * A contract price for this workload alone
   */
  price?: {
    /**
     * USD for what `per` names
     */
    usd?: number | string;
    /**
     * The provider's credits for what `per` names
     */
    credits?: number | string;
    /**
     * An amount in `currency` for what `per` names
     */
    amount?: number | string;
    /**
     * The currency of `amount`
     */
    currency?: string;
    /**
     * What the amount buys one of; `credit`: the value of the provider's credit
     */
    per:
      | "clip"
      | "job"
      | "second"
      | "frame"
      | "megapixel"
      | "token"
      | "image"
      | "byte"
      | "segment"
      | "gpu_second"
      | "credit";
  };
  /**
   * Clips wanted
   */
  volume?: {
    /**
     * Clips wanted a day
     */
    per_day?:
      | number
      | {
          /**
           * The smallest possible number of clips
           */
          low: number;
          /**
           * The clips of the most likely month
           */
          likely: number;
          /**
           * The largest possible number of clips
           */
          high: number;
        }
      | {
          /**
           * One month in ten has fewer clips
           */
          p10: number;
          /**
           * One month in ten has more clips
           */
          p90: number;
        };
    /**
     * Clips wanted a week
     */
    per_week?:
      | number
      | {
          /**
           * The smallest possible number of clips
           */
          low: number;
          /**
           * The clips of the most likely month
           */
          likely: number;
          /**
           * The largest possible number of clips
           */
          high: number;
        }
      | {
          /**
           * One month in ten has fewer clips
           */
          p10: number;
          /**
           * One month in ten has more clips
           */
          p90: number;
        };
    /**
     * Clips wanted a month of 30.4375 days: a number, { low, likely, high } or { p10, p90 }
     */
    per_month?:
      | number
      | {
          /**
           * The smallest possible number of clips
           */
          low: number;
          /**
           * The clips of the most likely month
           */
          likely: number;
          /**
           * The largest possible number of clips
           */
          high: number;
        }
      | {
          /**
           * One month in ten has fewer clips
           */
          p10: number;
          /**
           * One month in ten has more clips
           */
          p90: number;
        };
    /**
     * Growth a month, compounding from the month of the report: 5% or -2%
     */
    growth?: number | string;
    /**
     * Clips wanted in single months, by YYYY-MM: they replace the declared volume and its growth
     */
    months?: {
      [k: string]:
        | number
        | {
            /**
             * The smallest possible number of clips
             */
            low: number;
            /**
             * The clips of the most likely month
             */
            likely: number;
            /**
             * The largest possible number of clips
             */
            high: number;
          }
        | {
            /**
             * One month in ten has fewer clips
             */
            p10: number;
            /**
             * One month in ten has more clips
             */
            p90: number;
          };
    };
    /**
     * `poisson` makes a single number random
     */
    arrivals?: "fixed" | "poisson";
    /**
     * Clips wanted in the busiest hour
     */
    peak_per_hour?: number;
    /**
     * Workloads with the same driver rise and fall together
     */
    driver?: string;
  };
  /**
   * Takes generated per clip wanted
   */
  takes?:
    | number
    | {
        /**
         * Takes are generated one after the other until one is kept
         */
        until_kept: {
          /**
           * Probability that one take is kept
           */
          acceptance: number | string;
          /**
           * The number of takes after which you give up
           */
          max: number;
        };
      };
  /**
   * How the client submits, waits and retries
   */
  client?: {
    /**
     * Submissions per take, retries included
     */
    max_attempts?: number;
    /**
     * Outcomes that are retried
     */
    retry_on?: ("provider_error" | "moderated" | "invalid" | "timed_out")[];
    /**
     * The client's timeout for one submission; needs on_timeout
     */
    timeout?: number | string;
    /**
     * What the client does after its timeout
     */
    on_timeout?: "resubmit" | "cancel-and-resubmit" | "give-up" | "keep-polling";
    /**
     * A retry with the same key finds the same job. Default: the price book's value for the provider
     */
    idempotency_key?: boolean;
    /**
     * The total time limit of keep-polling, and of resubmit with a key
     */
    max_wait?: number | string;
    /**
     * How the client cancels a job after its timeout
     */
    cancel?: {
      /**
       * Share of cancellations that succeed
       */
      success: number | string;
      /**
       * Share of the price that is billed for a canceled job
       */
      billed: number | string;
    };
    /**
     * Share of submissions whose response is lost
     */
    submit_ack_loss?: number | string;
    /**
     * How the client learns that a job is done. Default: poll at the provider's recommended interval
     */
    completion?:
      | {
          /**
           * The client polls the status of a job
           */
          poll: {
            /**
             * Delay of the first status request
             */
            first?: number | string;
            /**
             * Delay between two status requests
             */
            interval?: number | string;
            /**
             * Factor on the interval after each status request
             */
            backoff?: number;
            /**
             * Longest interval with backoff
             */
            max?: number | string;
            /**
             * Processes that poll the same job
             */
            pollers?: number;
          };
        }
      | {
          /**
           * The provider calls back when a job is done
           */
          webhook: {
            /**
             * Share of webhooks that never arrive
             */
            loss?: number | string;
            /**
             * The client polls a job whose webhook has not arrived
             */
            fallback_poll?: {
              /**
               * Delay after the submission before the client asks
               */
              after: number | string;
              /**
               * Delay between two status requests
               */
              interval: number | string;
            };
          };
        };
  };
  /**
   * Measured failures and latency
   */
  reliability?: {
    /**
     * Probability of each outcome per attempt; the rest succeed
     */
    outcomes?: {
      /**
       * Probability of this outcome, 0–1
       */
      provider_error?: number | string;
      /**
       * Probability of this outcome, 0–1
       */
      moderated?: number | string;
      /**
       * Probability of this outcome, 0–1
       */
      invalid?: number | string;
      /**
       * Probability of this outcome, 0–1
       */
      timed_out?: number | string;
    };
    /**
     * Probabilities on attempts 2 and later, if failures come together
     */
    after_first?: {
      /**
       * Probability of this outcome, 0–1
       */
      provider_error?: number | string;
      /**
       * Probability of this outcome, 0–1
       */
      moderated?: number | string;
      /**
       * Probability of this outcome, 0–1
       */
      invalid?: number | string;
      /**
       * Probability of this outcome, 0–1
       */
      timed_out?: number | string;
    };
    /**
     * The counts behind a rate; they replace it
     */
    evidence?: {
      /**
       * Measured counts: jobs with this outcome, and all jobs
       */
      provider_error?: {
        /**
         * Jobs with this outcome
         */
        k: number;
        /**
         * All jobs
         */
        n: number;
      };
      /**
       * Measured counts: jobs with this outcome, and all jobs
       */
      moderated?: {
        /**
         * Jobs with this outcome
         */
        k: number;
        /**
         * All jobs
         */
        n: number;
      };
      /**
       * Measured counts: jobs with this outcome, and all jobs
       */
      invalid?: {
        /**
         * Jobs with this outcome
         */
        k: number;
        /**
         * All jobs
         */
        n: number;
      };
      /**
       * Measured counts: jobs with this outcome, and all jobs
       */
      timed_out?: {
        /**
         * Jobs with this outcome
         */
        k: number;
        /**
         * All jobs
         */
        n: number;
      };
      /**
       * How often the P10 to P90 of this workload held, as `calibrate --backtest` measured it; reports show it, and no figure changes
       */
      weeks?: {
        /**
         * Weeks whose bill was between the P10 and the P90
         */
        k: number;
        /**
         * Complete weeks of the job log
         */
        n: number;
      };
    };
    /**
     * Queue and run time of the provider
     */
    latency?: {
      /**
       * Half of the jobs finish within this time
       */
      p50: number | string;
      /**
       * 95% of the jobs finish within this time
       */
      p95: number | string;
      /**
       * Share of the log-variance that attempts of one request have in common (default 0)
       */
      correlation?: number | string;
    };
    /**
     * Overrides the price book's failure policy
     */
    billed?: {
      /**
       * yes, no, unknown, or a share of the full price
       */
      provider_error?: boolean | ("yes" | "no" | "unknown") | number | string;
      /**
       * yes, no, unknown, or a share of the full price
       */
      moderated?: boolean | ("yes" | "no" | "unknown") | number | string;
      /**
       * yes, no, unknown, or a share of the full price
       */
      invalid?: boolean | ("yes" | "no" | "unknown") | number | string;
      /**
       * yes, no, unknown, or a share of the full price
       */
      timed_out?: boolean | ("yes" | "no" | "unknown") | number | string;
      /**
       * yes, no, unknown, or a share of the full price
       */
      cancelled?: boolean | ("yes" | "no" | "unknown") | number | string;
    };
  };
  /**
   * Keys that suggestions for getting within the budget must not change
   */
  keep?: (
    | "provider"
    | "model"
    | "tier"
    | "takes"
    | "volume"
    | "output"
    | "output.duration"
    | "output.resolution"
    | "output.audio"
    | "output.count"
  )[];
  /**
   * For scopes and reports
   */
  tags?: {
    [k: string]: string | number | boolean;
  };
  /**
   * For readers; not evaluated
   */
  notes?: string;
  /**
   * Where this workload's calls are: paths or globs, relative to this file. Default: its model anywhere under the file's folder
   */
  code?: string | string[];
}
