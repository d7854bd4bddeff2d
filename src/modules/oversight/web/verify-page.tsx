import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { HowFar } from '../../../web/kit/states/how-far.tsx'
import { TroubleNote } from '../../../web/kit/states/trouble-note.tsx'
import { LogFrame } from './log-frame.tsx'
import { useVerification, type Verified } from './use-verification.ts'

/** The whole log checked against its signatures; every difference named by its row. */
export function VerifyPage() {
  const { t } = useWords()
  const [evidence, setEvidence] = useState(false)
  const { running, progress, verified, trouble, verify } = useVerification()
  const begin = () => void verify(evidence)
  return (
    <LogFrame tab="verify">
      <Panel>
        <p className="overview-lead">{t('log.verify.lead')}</p>
        <div className="verify-begin">
          <Button type="primary" size="large" loading={running} onClick={begin}>
            {t(verified ? 'log.verify.again' : 'log.verify')}
          </Button>
          <Checkbox
            checked={evidence}
            disabled={running}
            onChange={(event) => setEvidence(event.target.checked)}
          >
            {t('log.verify.evidence-too')}
          </Checkbox>
        </div>
        {running && (
          <HowFar progress={{ done: progress?.done ?? 0, label: progress?.label ?? 'log.verify.acts' }} />
        )}
        {trouble && <TroubleNote trouble={trouble} onRetry={begin} />}
        {verified && <Result verified={verified} />}
        <p className="quiet">{t('log.verify.limits')}</p>
      </Panel>
    </LogFrame>
  )
}

function Result({ verified }: { verified: Verified }) {
  const { t } = useWords()
  const { isSound, findings, evidence, last } = verified
  const said = (count: number) => count.toLocaleString('en-US')
  const differences = findings.length + (evidence?.problems.length ?? 0)
  return (
    <div className={isSound ? 'proof proof-holds' : 'proof proof-fails'} role="status">
      <p className="verify-answer">
        {isSound ? `✓ ${t('log.verify.sound')}` : `✕ ${t('log.verify.differs', { count: differences })}`}
      </p>
      <p>
        {t('log.verify.seen', {
          acts: said(verified.acts),
          checkpoints: said(verified.checkpoints),
          seconds: (verified.milliseconds / 1000).toFixed(1),
        })}{' '}
        {verified.waiting > 0 && t('log.verify.waiting', { count: verified.waiting })}{' '}
        {evidence && t('log.verify.files', { count: evidence.files })}
      </p>
      {last && (
        <dl className="proof-parts">
          <dt>
            {t('log.verify.head', {
              size: said(last.size),
              at: last.madeAt.slice(0, 19).replace('T', ' ') + 'Z',
            })}
          </dt>
          <dd>
            <code>{last.root}</code>
          </dd>
          <dt>{t('log.proof.key')}</dt>
          <dd>
            <code>{last.keyId}</code>
          </dd>
        </dl>
      )}
      <Findings verified={verified} />
    </div>
  )
}

function Findings({ verified: { findings, evidence } }: { verified: Verified }) {
  const { t, pick } = useWords()
  if (findings.length === 0 && !evidence?.problems.length) return null
  return (
    <ol className="findings">
      {findings.map(({ place, said, act }, i) => (
        <li key={i}>
          {pick(said)} <code>{place}</code>{' '}
          {act && <AddressLink to={`/log/acts/${act}`}>{t('log.act')}</AddressLink>}
        </li>
      ))}
      {evidence?.problems.map(({ digest, problem }) => (
        <li key={digest}>
          {t(`log.verify.file.${problem}`)} <code>{digest}</code>
        </li>
      ))}
    </ol>
  )
}
