/** Words to the person at the terminal: Chinese first, then English. */

/** @param {string} text */
export const say = (text) => process.stdout.write(`${text}\n`);

/** A sentence that ends the launch: what is wrong, and what to type next. Any other error is a bug and keeps its stack. */
export class LaunchError extends Error {
  /** @param {string} chinese @param {string} english */
  constructor(chinese, english) {
    super(`${chinese}\n${english}`);
    this.name = "LaunchError";
  }
}

/** @param {number} ms */
export const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;

/** Runs an entry point; a LaunchError is printed as it is and ends with code 1. @param {() => Promise<number>} main */
export function launch(main) {
  main().then(
    (code) => {
      process.exitCode = code;
    },
    (error) => {
      process.stderr.write(`\n${error instanceof LaunchError ? error.message : error.stack}\n`);
      process.exitCode = 1;
    },
  );
}
