export const gradeUnit = (_row: object): Record<string, unknown> => ({});
