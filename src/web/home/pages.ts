import { ownPages } from '../../modules/households/web/home/pages.ts'
import { visitPages } from '../../modules/sites/web/home/pages.ts'
import { moneyPages } from '../../modules/subsidies/web/home/pages.ts'
import type { ComponentType } from 'react'
import type { Session } from '../kit/api/session.ts'

/** One page of the household's telephone, as the households module offers it in `web/home/`. */
export interface HomePage {
  /** In the address after `#/`; the first page's is empty. */
  path: string
  /** Word key, short: it stands in the row at the foot. */
  titleKey: string
  component: ComponentType<{ home: string; session: Session }>
}

/** The pages in their order; the first is where one arrives. One import line and one name each. */
export const homePages: readonly HomePage[] = [...ownPages, ...visitPages, ...moneyPages]
