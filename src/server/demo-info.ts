import type { DemoAccount } from '../demo/demo-accounts.ts'

/** What the sign-in page of a demo county shows. */
export interface Demo {
  accounts: DemoAccount[]
}
