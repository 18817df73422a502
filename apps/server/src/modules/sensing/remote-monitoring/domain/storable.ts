/** Text as a database takes it: without NUL and halves of surrogate pairs. Devices send both in their descriptions. */
export const storable = (text: string): string => text.replaceAll("\0", "").toWellFormed();
