/** What a person types stands for itself inside a LIKE pattern. */
export const literal = (text: string): string => text.replace(/[\\%_]/g, '\\$&')
