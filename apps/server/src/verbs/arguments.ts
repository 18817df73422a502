/** @returns what was parsed, or what is wrong with it */
export function readArguments<T>(parse: () => T): T | string {
  try {
    return parse();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
