// A count of statements that hold; it ends the process, and no statement at all is a failure.
let passed = 0;
const failed = [];

/** Count one statement; `reason` says what was seen instead. */
export function check(name, holds, reason = "") {
  if (holds) passed += 1;
  else failed.push(`${name}${reason ? `: ${reason}` : ""}`);
}

/** Run one test of a suite; whatever it throws is what was seen. */
export async function test(name, body) {
  try {
    await body();
    check(name, true);
  } catch (error) {
    check(name, false, String(error?.stack ?? error));
  }
}

/** Print the count and end the process with 1 when anything failed. */
export function finish() {
  for (const line of failed) console.error(`  FAILED ${line}`);
  console.log(`${passed} passed, ${failed.length} failed`);
  process.exit(failed.length || !passed ? 1 : 0);
}
