/** `works`: mid-August 2023, villages at every stage. `season`: the spring after, with usage, payments, a recovery. */
const demoSettings = ['works', 'season'] as const
export type DemoSetting = (typeof demoSettings)[number]
export const isDemoSetting = (text: string): text is DemoSetting =>
  demoSettings.some((setting) => setting === text)

/** The programme's date each setting stands at. */
export const demoDays: Record<DemoSetting, string> = { works: '2023-08-15', season: '2024-04-10' }
