import { changeParts } from '../../../web/office/change-parts.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { type AskedKind, isLeaving } from '../model/change.ts'
import type { Consequence } from '../rules/change.ts'

/** What the parts of other modules tell of this home exactly, and the pack only by the stage. */
const toldExactly: readonly Consequence[] = ['machines-back', 'machines-stay', 'equipment-owed', 'all-owed']

interface Props {
  home: string
  kind: AskedKind
  state: string
  change?: string
  consequences: readonly Consequence[]
}

/** What approval brings about; of money and machines, what stands for this very home. */
export function Consequences({ consequences, ...change }: Props) {
  const { t } = useWords()
  const aboutMoney = isLeaving(change.kind) || change.kind === 'return'
  return (
    <>
      <ul className="change-consequences">
        {consequences
          .filter((each) => !(aboutMoney && toldExactly.includes(each)))
          .map((each) => (
            <li key={each}>{t(`change-consequence.${each}`)}</li>
          ))}
      </ul>
      {aboutMoney && changeParts.map(({ key, component: Part }) => <Part key={key} {...change} />)}
    </>
  )
}
