#!/usr/bin/env node
import module from "node:module";

// Compiled code is kept between runs where Node can (22.8 and up): half of start-up is compiling.
(module as { enableCompileCache?: () => void }).enableCompileCache?.();

const { run } = await import("./run.ts");
process.exitCode = await run(process);
