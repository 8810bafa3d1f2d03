export interface Report {
  schema: "video-budget/report@1";
  verdict: "invalid" | "fail" | "unpriced" | "warn" | "pass";
  reasons: {
    /**
     * Why the verdict is what it is; a closed list that later versions may extend
     */
    code: string;
    file: string;
    /**
     * `total` or the name of a scope; null where the reason is no limit
     */
    scope: string | null;
    /**
     * In `currency`, rounded to 6 decimals; null where it is not known
     */
    limit: number | null;
    /**
     * In `currency`, rounded to 6 decimals; null where it is not known
     */
    value: number | null;
    figure: ("expected" | "p50" | "p90" | "p95") | null;
    message: string;
    /**
     * Of a limit that fails: single edits after which it holds, or else the largest; the least loss first
     */
    levers: {
      file: string;
      workload: string;
      /**
       * The key, from the workload
       */
      path: string;
      /**
       * What counts now, also where it is a default
       */
      from: {
        [k: string]: unknown;
      };
      to: unknown;
      /**
       * What the edit adds to the month: below 0
       */
      monthly: number;
      /**
       * The expected month of all workloads after it, as a report on the edited manifest says
       */
      total: number;
      /**
       * Of the whole report after it
       */
      verdict: "invalid" | "fail" | "unpriced" | "warn" | "pass";
      /**
       * Where no single edit is enough: a second one with which it is
       */
      also: {
        file: string;
        workload: string;
        /**
         * The key, from the workload
         */
        path: string;
        /**
         * What counts now, also where it is a default
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
   * Where it fails and base's policy has an override
   */
  override?: {
    state: "absent" | "granted" | "refused";
    /**
     * The label that lets it through
     */
    label: string;
    /**
     * Who added it
     */
    by: string | null;
    /**
     * When, as GitHub writes times; null where it does not count
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
   * What was judged, where the action says so
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
     * Whether every workload has a price; where not, the total is what is known of it
     */
    complete: boolean;
    /**
     * Whether some volume is one plain number: then quantiles hold if the volume is as planned
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
       * What is paid in a steady month, whole packs and fees included
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
       * What is paid in a steady month, whole packs and fees included
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
       * Of base; null where base is 0
       */
      percent: number | null;
    } | null;
    /**
     * What the book's moves since the lock add to a month, apart from `delta`; null without a lock, and where it is not known
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
     * The figure that is held against the limit
     */
    figure: "expected" | "p50" | "p90" | "p95";
    /**
     * In `currency`, rounded to 6 decimals; null where it is not known
     */
    head: number | null;
    /**
     * In `currency`, rounded to 6 decimals; null where it is not known
     */
    base: number | null;
    /**
     * What of `head` is not expected to be billed, because jobs fail: a limit holds what delivering the plan costs
     */
    undelivered: number | null;
    /**
     * Whether all that the limit holds has a price; where not, `head` is a lower bound
     */
    complete: boolean;
    /**
     * Share of the limit, 0–…; null where a workload could not be read
     */
    used: number | null;
    /**
     * Chance of going over; null where nothing uncertain is declared, and where not all has a price
     */
    probability_over: number | null;
    /**
     * Whether some volume that it holds is one plain number: then quantiles and `probability_over` hold if the volume is as planned
     */
    if_volume_as_planned: boolean;
    verdict: "invalid" | "fail" | "unpriced" | "warn" | "pass";
    /**
     * Base broke it already, and this change does not make it worse
     */
    pre_existing: boolean;
  }[];
  /**
   * Month by month, that of `date` first, with `--months` or where anything varies by month; `total` and `budgets` are those of the first
   */
  months?: {
    month: string;
    /**
     * Whether all of it has a price in that month; where not, `figures` are a lower bound
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
       * What is paid in a steady month, whole packs and fees included
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
       * In `currency`, rounded to 6 decimals; null where it is not known
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
   * The first month that breaks a limit
   */
  first_over?: string | null;
  /**
   * With `--actuals`: the days of the month before `date` as they were billed, and the rest as it is planned
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
       * Past days that a file has, those between its first and its last included
       */
      covered: number;
      /**
       * Past days that no file has: the plan is counted for them
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
       * Jobs of which it is not known what was billed, or not all of it
       */
      unknown: number;
      /**
       * Records that could not be read
       */
      unreadable: number;
    };
    /**
     * What no workload declares: it counts nowhere
     */
    outside: {
      jobs: number;
      billed: number;
      /**
       * Jobs of these of which it is not known what they cost
       */
      unknown: number;
    };
    /**
     * What has no day of this month: it counts nowhere
     */
    undated: {
      jobs: number;
      billed: number;
      /**
       * Jobs of these of which it is not known what they cost
       */
      unknown: number;
    };
    total: {
      /**
       * Whether all of it is known; where not, amounts are lower bounds
       */
      complete: boolean;
      /**
       * What was billed on the covered days
       */
      billed: number;
      /**
       * What the plan says for the same days
       */
      planned: number | null;
      /**
       * What the plan says for the month
       */
      plan: number | null;
      /**
       * What was billed, and the plan for all other days of the month
       */
      projected: number | null;
      /**
       * The month if each day costs what a covered day did; null where no day is covered
       */
      at_pace: number | null;
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
       * Whether it is the P10 and P90 of the plan; else a volume is one plain number, and it has at least a tenth to each side
       */
      of_volume: boolean;
    } | null;
    /**
     * Where the pace leaves the band; null where it does not, or less than 7 days are covered
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
       * Whether all of it is known; where not, amounts are lower bounds
       */
      complete: boolean;
      /**
       * What was billed on the covered days
       */
      billed: number;
      /**
       * What the plan says for the same days
       */
      planned: number | null;
      /**
       * What the plan says for the month
       */
      plan: number | null;
      /**
       * What was billed, and the plan for all other days of the month
       */
      projected: number | null;
      /**
       * The month if each day costs what a covered day did; null where no day is covered
       */
      at_pace: number | null;
      /**
       * Of the limit; below 0 where it is passed
       */
      left: number;
      /**
       * The day on which it is, or was, passed at the present pace; null where that is not in this month
       */
      passed_on: string | null;
    }[];
  };
  accounts: {
    provider: string;
    /**
     * Whether all of its use has a price; where not, amounts are lower bounds
     */
    complete: boolean;
    /**
     * Use of a month at its effective price; null where none of it is known, as in the other amounts
     */
    usage: number | null;
    /**
     * Once-only credit, 0 or negative: touches only `first_month`
     */
    trial: number | null;
    /**
     * A balance already paid for, 0 or negative: touches only `first_month`
     */
    prepaid: number | null;
    /**
     * What is paid beyond the use, because packs and plans expire unused
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
     * In `currency`, rounded to 6 decimals; null where it is not known
     */
    first_month: number | null;
  }[];
  /**
   * With `--group-by`
   */
  groups?: {
    /**
     * What workloads are put together by: `tag:KEY`, `provider`, `model` or `mode`
     */
    by: string;
    /**
     * Null: the workloads that have none
     */
    value: string | null;
    workloads: number;
    /**
     * Whether each of them has a price; where not, `figures` are lower bounds
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
       * What is paid in a steady month, whole packs and fees included
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
       * What is paid in a steady month, whole packs and fees included
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
     * null where the workload could not be read
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
     * In `currency`, rounded to 6 decimals; null where it is not known
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
       * What is paid in a steady month, whole packs and fees included
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
       * What is paid in a steady month, whole packs and fees included
       */
      cash: number;
    } | null;
    /**
     * In `currency`, rounded to 6 decimals; null where it is not known
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
       * In `currency`, rounded to 6 decimals; null where it is not known
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
       * What it costs above the cheapest value that could stand there
       */
      monthly: number;
    }[];
  }[];
  /**
   * Calls in code that no workload declares, none of which is in a total; on a pull request those that it adds. null where code was not read
   */
  undeclared:
    | {
        /**
         * The slug of a price file, or unknown
         */
        provider: string;
        /**
         * All that it may be
         */
        providers: string[];
        /**
         * null where the code decides it at run time, or the API takes none
         */
        model: string | null;
        /**
         * What decides the model, where it is null
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
   * Files that were looked at, whether read or left out
   */
  files: number;
  findings: {
    /**
     * The slug of a price file, or unknown
     */
    provider: string;
    /**
     * All that it may be
     */
    providers: string[];
    /**
     * null where the code decides it at run time, or the API takes none
     */
    model: string | null;
    /**
     * What decides the model, where it is null
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
   * Places and files that are no finding, by why
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
     * A provider's std, pro, fast, normal…
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
   * batch, flex, off-peak… where the model has them
   */
  tier?: string;
  /**
   * Where the model has regions
   */
  region?: string;
  /**
   * Any further switch that the model declares
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
           * The fewest clips that are possible
           */
          low: number;
          /**
           * The clips of the likeliest month
           */
          likely: number;
          /**
           * The most clips that are possible
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
           * The fewest clips that are possible
           */
          low: number;
          /**
           * The clips of the likeliest month
           */
          likely: number;
          /**
           * The most clips that are possible
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
           * The fewest clips that are possible
           */
          low: number;
          /**
           * The clips of the likeliest month
           */
          likely: number;
          /**
           * The most clips that are possible
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
             * The fewest clips that are possible
             */
            low: number;
            /**
             * The clips of the likeliest month
             */
            likely: number;
            /**
             * The most clips that are possible
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
     * poisson makes a plain number random
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
         * Takes are made one after the other until one is kept
         */
        until_kept: {
          /**
           * Chance that one take is kept
           */
          acceptance: number | string;
          /**
           * Takes after which one gives up
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
     * Outcomes that are submitted again
     */
    retry_on?: ("provider_error" | "moderated" | "invalid" | "timed_out")[];
    /**
     * Patience for one submission; needs on_timeout
     */
    timeout?: number | string;
    /**
     * What the client does when its patience ends
     */
    on_timeout?: "resubmit" | "cancel-and-resubmit" | "give-up" | "keep-polling";
    /**
     * A resubmission with the same key finds the same job. Default: what the book says of the provider
     */
    idempotency_key?: boolean;
    /**
     * Patience of keep-polling, and of resubmit with a key
     */
    max_wait?: number | string;
    /**
     * What becomes of a job that the client cancels
     */
    cancel?: {
      /**
       * Share of cancellations that succeed
       */
      success: number | string;
      /**
       * Share of the price that a cancelled job bills
       */
      billed: number | string;
    };
    /**
     * Share of submissions whose answer is lost
     */
    submit_ack_loss?: number | string;
    /**
     * How the client learns that a job is done. Default: poll at the provider's recommended interval
     */
    completion?:
      | {
          /**
           * The client asks for the state of a job
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
             * Longest interval that backoff leads to
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
             * The client asks for a job whose webhook has not come
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
   * What was measured of the provider
   */
  reliability?: {
    /**
     * Chance of each outcome per attempt; the rest succeeds
     */
    outcomes?: {
      /**
       * Chance of this outcome, a share 0–1
       */
      provider_error?: number | string;
      /**
       * Chance of this outcome, a share 0–1
       */
      moderated?: number | string;
      /**
       * Chance of this outcome, a share 0–1
       */
      invalid?: number | string;
      /**
       * Chance of this outcome, a share 0–1
       */
      timed_out?: number | string;
    };
    /**
     * Chances on attempts 2 and later, where failures come together
     */
    after_first?: {
      /**
       * Chance of this outcome, a share 0–1
       */
      provider_error?: number | string;
      /**
       * Chance of this outcome, a share 0–1
       */
      moderated?: number | string;
      /**
       * Chance of this outcome, a share 0–1
       */
      invalid?: number | string;
      /**
       * Chance of this outcome, a share 0–1
       */
      timed_out?: number | string;
    };
    /**
     * The counts behind a rate; they replace it
     */
    evidence?: {
      /**
       * How many jobs ended so, of how many
       */
      provider_error?: {
        /**
         * Jobs with this outcome
         */
        k: number;
        /**
         * Jobs in all
         */
        n: number;
      };
      /**
       * How many jobs ended so, of how many
       */
      moderated?: {
        /**
         * Jobs with this outcome
         */
        k: number;
        /**
         * Jobs in all
         */
        n: number;
      };
      /**
       * How many jobs ended so, of how many
       */
      invalid?: {
        /**
         * Jobs with this outcome
         */
        k: number;
        /**
         * Jobs in all
         */
        n: number;
      };
      /**
       * How many jobs ended so, of how many
       */
      timed_out?: {
        /**
         * Jobs with this outcome
         */
        k: number;
        /**
         * Jobs in all
         */
        n: number;
      };
    };
    /**
     * Queue and run time of the provider
     */
    latency?: {
      /**
       * Half of the jobs are done after this time
       */
      p50: number | string;
      /**
       * 19 of 20 jobs are done after this time
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
   * What advice on getting back within the budget may not touch
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
  )[];
  /**
   * For scopes and reports
   */
  tags?: {
    [k: string]: string | number | boolean;
  };
  /**
   * For readers; nothing is made of it
   */
  notes?: string;
  /**
   * Where this workload's calls are: paths or globs, relative to this file. Default: its model anywhere under the file's folder
   */
  code?: string | string[];
}
