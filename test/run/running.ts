/** The variable that names the folder in which each process of tests says what it is at. */
export const RUNNING = "VIDEO_BUDGET_RUNNING_TESTS";
