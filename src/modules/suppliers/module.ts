import { defineModule } from '../../kernel/act/define.ts'
import { admitFirm, withdrawAdmission } from './acts/firms.ts'
import { recordContract } from './acts/contract.ts'
import { awardLot, openLot } from './acts/lots.ts'
import { admitModel, renewPaper } from './acts/models.ts'
import { barFirm, barModel, liftBar } from './acts/negative-list.ts'
import { recordSampling } from './acts/samplings.ts'
import { downloads } from './downloads.ts'
import { queries as bars } from './queries/bars.ts'
import { queries as contracts } from './queries/contracts.ts'
import { queries as firms } from './queries/firms.ts'
import { queries as lots } from './queries/lots.ts'
import { queries as models } from './queries/models.ts'
import { queries as samplings } from './queries/samplings.ts'

export const suppliers = defineModule({
  name: 'suppliers',
  acts: [
    openLot,
    awardLot,
    recordContract,
    admitModel,
    renewPaper,
    admitFirm,
    withdrawAdmission,
    barFirm,
    barModel,
    liftBar,
    recordSampling,
  ],
  queries: [...lots, ...contracts, ...models, ...firms, ...bars, ...samplings],
  downloads,
  reactions: [],
  subjects: { lot: 'lot', model: 'equipment_model', bar: 'bar' },
})
