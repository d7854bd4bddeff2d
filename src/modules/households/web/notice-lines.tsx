import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Money } from '../../../web/kit/quantities/amounts.tsx'
import { Assumed } from '../../../web/kit/policy/assumed.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import type { NoticePhase } from '../model/notice.ts'

type Notice = Answer<'notice.get'>
type Line = Notice['lines'][number]

interface Props {
  lines: readonly Line[]
  phase: NoticePhase
  /** Of the whole notice: while one is open nobody is confirmed. */
  openObjections: number
}

/** What the board says of each home, beside what became of it or what confirmation would do with it now. */
export function NoticeLines({ lines, phase, openObjections }: Props) {
  const { t } = useWords()
  return (
    <div className="notice-scroll">
      <table className="notice-table">
        <thead>
          <tr>
            <th scope="col">{t('column.position')}</th>
            <th scope="col">{t('column.householder')}</th>
            <th scope="col">{t('column.heating')}</th>
            <th scope="col">{t('column.units')}</th>
            <th scope="col">{t('column.subsidy')}</th>
            <th scope="col">{t('notice.state')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.home}>
              <td className="figure">{line.row.position}</td>
              <td>
                <AddressLink to={`/homes/${line.home}`}>{line.row.householder}</AddressLink>
              </td>
              <td>{t(`heating.${line.row.heating}`)}</td>
              <td className="figure">{line.row.units ?? '—'}</td>
              <td>
                {line.row.amounts.map((amount) => (
                  <div key={amount.item}>
                    {t(`subsidy-item.${amount.item}`)} ≤ <Money fen={amount.upToFen} />{' '}
                    {amount.assumed && <Assumed />}
                  </div>
                ))}
              </td>
              <td>
                <LineState line={line} phase={phase} isHeldUp={openObjections > 0} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const nowOf = {
  'to-post': 'notice-now.to-post',
  running: 'notice-now.running',
  'to-confirm': 'notice-now.ready',
  confirmed: 'notice-now.ready',
} as const

function LineState({ line, phase, isHeldUp }: { line: Line; phase: NoticePhase; isHeldUp: boolean }) {
  const { t } = useWords()
  if (line.outcome)
    return (
      <>
        {line.outcome === 'confirmed' ? '✓ ' : '✕ '}
        {t(`notice-outcome.${line.outcome}`)}
        {line.reason && <span className="quiet"> {t(`notice-reason.${line.reason}`)}</span>}
      </>
    )
  const { now } = line
  if (!now || now.outcome === 'confirm')
    return (
      <>
        {phase === 'to-post' ? '○' : '◔'}{' '}
        {t(
          line.objected
            ? 'notice-now.objected'
            : isHeldUp && phase === 'to-confirm'
              ? 'notice-now.held-up'
              : nowOf[phase],
        )}
      </>
    )
  if (now.outcome === 'ended') return <>✕ {t('notice-outcome.ended')}</>
  return (
    <span className="notice-lack">
      {now.outcome === 'wait' ? '? ' : '✕ '}
      {t(`notice-reason.${now.reason}`)}
    </span>
  )
}

/** The village's homes that stand on no notice, with why. */
export function LeftOut({ homes }: { homes: Notice['leftOut'] }) {
  const { t } = useWords()
  if (homes.length === 0) return <Empty>{t('notice.none-left-out')}</Empty>
  return (
    <ul className="notice-left-out">
      {homes.map(({ home, sequence, householder, reason }) => (
        <li key={home}>
          <span className="figure quiet">{sequence}</span>{' '}
          <AddressLink to={`/homes/${home}`}>{householder}</AddressLink>{' '}
          <span className="quiet">{t(`left-out.${reason}`)}</span>
        </li>
      ))}
    </ul>
  )
}
