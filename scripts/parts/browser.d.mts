export function findBrowser(): Promise<{ file?: string; reason?: string }>
