/** How names in declarations become names in SQL: `remote-monitoring.alarm` → `remote_monitoring.alarm`, `dueAt` → `due_at`. */
export const columnName = (key: string): string => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
export const fieldKey = (column: string): string => column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
export const schemaOfName = (name: string): string => (name.split(".")[0] ?? name).replaceAll("-", "_");
export const tableOfName = (name: string): string => (name.split(".")[1] ?? name).replaceAll("-", "_");
export const qualified = (name: string): string => `"${schemaOfName(name)}"."${tableOfName(name)}"`;
export const pathOf = (name: string): string => name.replace(".", "/");
