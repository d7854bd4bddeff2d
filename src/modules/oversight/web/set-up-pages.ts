/** Where the administrator does each step; the register is the towns' to upload. */
export const setUpPages = {
  areas: '/areas/enter',
  organisations: '/organisations',
  accounts: '/accounts',
  policy: '/policy',
} as const
