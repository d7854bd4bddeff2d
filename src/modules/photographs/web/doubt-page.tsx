import { useParams } from '@tanstack/react-router'
import { dayOf } from '../../../kernel/dates/day.ts'
import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import { AvailableActs } from '../../../web/kit/acts/available-acts.tsx'
import { evidenceAddress } from '../../../web/kit/api/evidence.ts'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { useMay } from '../../../web/kit/session/session-context.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { DoubtMark, DoubtSaid } from './doubt-mark.tsx'
import { PhotoList } from './photo-list.tsx'

type Doubt = Answer<'doubt.page'>

/** Both sides of a doubt, and the answer of a person who has seen them. */
export function DoubtPage() {
  const { t } = useWords()
  const { doubt: id = '' }: { doubt?: string } = useParams({ strict: false })
  return (
    <Answered answer={useAnswer('doubt.page', { doubt: id })}>
      {(doubt) => (
        <PageFrame
          title={`${t(`doubt.kind.${doubt.kind}`)} · ${doubt.householder}`}
          lead={
            <>
              {doubt.townName} {doubt.villageName} · <DoubtMark state={doubt.state} /> ·{' '}
              {t(`doubt.weight.${doubt.weight}`)}
            </>
          }
          back={{ to: '/doubts', label: t('doubt.title') }}
        >
          <Panel title={t('doubt.why')}>
            <p>
              <DoubtSaid kind={doubt.kind} measures={doubt.measures} />
            </p>
          </Panel>
          <Group doubt={doubt} />
          <div className="doubt-sides">
            <Panel
              title={`${t('doubt.side')} · ${doubt.householder}`}
              extra={<AddressLink to={`/homes/${doubt.home}`}>{t('held.open-home')}</AddressLink>}
            >
              {doubt.side && <PhotoList told={doubt.side} doubted={[doubt.digest]} />}
            </Panel>
            <Other other={doubt.other} />
          </div>
          <Settled doubt={doubt} />
        </PageFrame>
      )}
    </Answered>
  )
}

/** The other photographs of this home doubted for the same thing, each open to be settled. */
function Group({ doubt: { id, group } }: { doubt: Doubt }) {
  const { t } = useWords()
  if (group.length < 2) return null
  return (
    <Panel title={t('doubt.group', { count: group.length })}>
      <ul className="photo-list doubt-group">
        {group.map((one, i) => (
          <li key={one.id} className={one.id === id ? 'photo-doubted' : undefined}>
            <AddressLink to={`/doubts/${one.id}`}>
              {one.digest ? (
                <img loading="lazy" src={evidenceAddress(one.digest)} alt={t('photographs.one')} />
              ) : (
                t('doubt.group.one', { number: i + 1 })
              )}
            </AddressLink>
            <DoubtMark state={one.state} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Other({ other }: { other: Doubt['other'] }) {
  const { t } = useWords()
  if (other === null) return null
  if (other === 'elsewhere')
    return (
      <Panel title={t('doubt.other-side')}>
        <p className="quiet">{t('doubt.elsewhere')}</p>
      </Panel>
    )
  return (
    <Panel
      title={`${t('doubt.other-side')} · ${other.villageName} ${other.householder}`}
      extra={<AddressLink to={`/homes/${other.home}`}>{t('held.open-home')}</AddressLink>}
    >
      {other.act && <PhotoList told={other.act} doubted={other.digest === null ? [] : [other.digest]} />}
    </Panel>
  )
}

function Settled({ doubt }: { doubt: Doubt }) {
  const { t } = useWords()
  const maySettle = useMay('doubt.settle')
  if (doubt.state === 'open')
    return maySettle ? (
      <Panel title={t('doubt.answer')}>
        <AvailableActs type="doubt" id={doubt.id} subjectField="doubt" />
      </Panel>
    ) : null
  return (
    <Panel title={t('doubt.reason')}>
      <p>
        {t('doubt.settled', {
          by: doubt.settledByName ?? '',
          on: doubt.settledAt ? dayOf(new Date(doubt.settledAt)) : '',
          state: doubt.state,
        })}
      </p>
      <p>{doubt.reason}</p>
    </Panel>
  )
}
