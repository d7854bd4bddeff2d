import { Button, Modal } from 'antd'
import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { AnswerMark } from '../../../web/kit/decision/answer-mark.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Count } from '../../../web/kit/quantities/amounts.tsx'

interface Props {
  imported: { id: string; homes: number } | undefined
  onClose: () => void
}

/** What was imported, how it was screened, and where what is open waits. */
export function ImportDone({ imported, onClose }: Props) {
  const { t } = useWords()
  return (
    <Modal
      open={imported !== undefined}
      title={t('imports.done', { count: imported?.homes ?? 0 })}
      onCancel={onClose}
      footer={
        <Button type="primary" onClick={onClose}>
          {t('kit.close')}
        </Button>
      }
    >
      <p>
        <AddressLink to={`/register?import=${imported?.id}&ended=all`}>{t('imports.see-homes')}</AddressLink>
      </p>
      {imported && <Outcome id={imported.id} />}
    </Modal>
  )
}

function Outcome({ id }: { id: string }) {
  const { t } = useWords()
  const counts = {
    yes: useAnswer('home.count', { import: id, answer: ['yes'] }).data?.total,
    unknown: useAnswer('home.count', { import: id, answer: ['unknown'] }).data?.total,
    no: useAnswer('home.count', { import: id, answer: ['no'] }).data?.total,
  }
  const names = useAnswer('home.count', { import: id, names: 'look' }).data?.total ?? 0
  const open = (filter: string) => `/register?import=${id}&${filter}`
  return (
    <ul className="plain-list">
      {(['yes', 'unknown', 'no'] as const).map((answer) => (
        <li key={answer}>
          <AddressLink to={open(`answer=${answer}`)}>
            <AnswerMark answer={answer} /> <Count of={counts[answer]} />
          </AddressLink>
        </li>
      ))}
      {names > 0 && (
        <li>
          <AddressLink to={open('names=look')}>
            {t('choice.names.look')} <Count of={names} />
          </AddressLink>
        </li>
      )}
      {((counts.unknown ?? 0) > 0 || (counts.no ?? 0) > 0) && (
        <li>
          <AddressLink to="/duplicates">{t('imports.to-duplicates')}</AddressLink>
        </li>
      )}
      {(counts.yes ?? 0) > 0 && (
        <li>
          <AddressLink to="/waiting">{t('imports.to-waiting')}</AddressLink>
        </li>
      )}
    </ul>
  )
}
