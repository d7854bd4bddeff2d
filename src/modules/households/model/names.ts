/** `look`: an official has to look at the names; `differ`: written otherwise, and taken for one person (§4.4). */
export const nameStates = ['look', 'differ'] as const
export type NameState = (typeof nameStates)[number]
