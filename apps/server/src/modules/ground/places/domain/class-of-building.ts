export const classOfBuilding = (_row: object): Record<string, unknown> => ({});
