import { Button } from 'antd'
import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import { evidenceAddress } from '../../../web/kit/api/evidence.ts'
import { type Speech, useWords } from '../../../web/kit/language/use-words.ts'
import { Clauses } from '../../../web/kit/policy/clauses.tsx'
import { useMay } from '../../../web/kit/session/session-context.tsx'
import type { PaperState } from '../model.ts'
import type { Paper } from './dossier-panel.tsx'

interface Props {
  home: string
  paper: Paper
  onBring: () => void
  onTakeOut: (brought: string) => void
}

const signs: Record<PaperState, string> = { present: '✓', missing: '✕', later: '○', needless: '–' }

/** Where the record of a paper is made, and what one needs to make it. */
const places: Partial<Record<NonNullable<Paper['proof']>, { may: string; to: (home: string) => string }>> = {
  installation: { may: 'home.install', to: (home) => `/installations/${home}` },
  devices: { may: 'home.install', to: (home) => `/installations/${home}` },
  parts: { may: 'home.install', to: (home) => `/installations/${home}` },
  materials: { may: 'home.install', to: (home) => `/installations/${home}` },
  'self-check': { may: 'home.self-check', to: (home) => `/installations/${home}` },
  'in-home': { may: 'home.inspect', to: (home) => `/inspections/${home}` },
  commissioning: { may: 'home.commission', to: (home) => `/installations/${home}` },
  settlement: { may: 'claim.read', to: () => '/claims' },
}

/** One paper: its state by sign and word, what it rests on, or why it is not there and what next. */
export function PaperLine({ home, paper, onBring, onTakeOut }: Props) {
  const speech = useWords()
  const { t, pick } = speech
  const place = paper.state === 'missing' && paper.proof ? places[paper.proof] : undefined
  const mayGo = useMay(place?.may ?? '')
  return (
    <li className={`dossier-paper dossier-${paper.state}`}>
      <div className="dossier-name">
        <span aria-hidden="true">{signs[paper.state]}</span> <b>{pick(paper.label)}</b>{' '}
        <span className="dossier-state">{t(`dossier.state.${paper.state}`)}</span>{' '}
        <Clauses ids={paper.clauses} />
      </div>
      {paper.state !== 'present' && <p className="quiet">{whyNot(speech, paper)}</p>}
      {paper.records.map(({ act, doneBy, on, by, files }) => (
        <p key={act} className="dossier-record">
          {t('dossier.record', { day: on, act: t(`act.${doneBy}`), by: by ?? t('dossier.by-program') })}
          <Files files={files} />
        </p>
      ))}
      {paper.brought.map((one) => (
        <p key={one.id} className={one.withdrawnOn ? 'dossier-record dossier-gone' : 'dossier-record'}>
          {t('dossier.brought', { day: one.on, by: one.by ?? t('dossier.by-program') })}
          {paper.mayOpen ? (
            <Files files={one.files} />
          ) : (
            <span className="quiet">{t('dossier.personal')}</span>
          )}
          {one.withdrawnOn && (
            <span>
              {t('dossier.taken-out', {
                day: one.withdrawnOn,
                by: one.withdrawnBy ?? t('dossier.by-program'),
                reason: one.withdrawnReason,
              })}
            </span>
          )}
          {!one.withdrawnOn && paper.mayBring && (
            <Button size="small" type="text" onClick={() => onTakeOut(one.id)}>
              {t('dossier.take-out')}
            </Button>
          )}
        </p>
      ))}
      <div className="dossier-next">
        {place && mayGo && <AddressLink to={place.to(home)}>{t('dossier.go')}</AddressLink>}
        {paper.mayBring && (
          <Button
            size="small"
            type={paper.state === 'missing' ? 'default' : 'text'}
            aria-label={`${t('dossier.bring')} ${pick(paper.label)}`}
            onClick={onBring}
          >
            {t(paper.state === 'missing' ? 'dossier.bring' : 'dossier.add-another')}
          </Button>
        )}
      </div>
    </li>
  )
}

function whyNot({ t, pick }: Speech, { state, from, needed, proof, by }: Paper): string {
  if (state === 'later') return t('dossier.due-from', { stage: t(`stage.${from}`) })
  if (state === 'needless') return t(`dossier.needless.${needed ?? 'change'}`)
  const who = by.map((each) => pick(each)).join(t('dossier.or'))
  return t('dossier.why-missing', {
    why: t(proof ? 'dossier.no-record' : 'dossier.no-file-yet'),
    who: t('dossier.who-brings', { who }),
  })
}

function Files({ files }: { files: readonly { digest: string }[] }) {
  const { t } = useWords()
  return files.map(({ digest }, i) => (
    <a key={digest} href={evidenceAddress(digest)} target="_blank" rel="noreferrer">
      {t('dossier.file', { number: i + 1 })}
    </a>
  ))
}
