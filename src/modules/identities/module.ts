import { defineModule } from '../../kernel/act/define.ts'
import { compareRegister } from './acts/compare.ts'
import { decidePair } from './acts/decide.ts'
import { pointOutPair } from './acts/point-out.ts'
import { pairExport } from './downloads/pairs.ts'
import { earlierLines } from './queries/earlier-lines.ts'
import { homePairs } from './queries/home-pairs.ts'
import { pairFormer } from './queries/pair-former.ts'
import { pairGet } from './queries/pair-get.ts'
import { pairList } from './queries/pair-list.ts'
import { ownPairPapers, papersAwaitedOf } from './queries/papers-awaited.ts'
import { pairPapers } from './queries/pair-papers.ts'
import { sourceResting } from './queries/source-resting.ts'
import { reactions } from './reactions.ts'

export const identities = defineModule({
  name: 'identities',
  acts: [compareRegister, decidePair, pointOutPair],
  queries: [
    pairList,
    pairGet,
    pairFormer,
    pairPapers,
    ownPairPapers,
    papersAwaitedOf,
    homePairs,
    earlierLines,
    sourceResting,
  ],
  downloads: [pairExport],
  reactions,
  subjects: {},
})
