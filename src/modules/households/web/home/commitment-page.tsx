import { useState } from 'react'
import { evidenceAddress, uploadEvidence } from '../../../../web/kit/api/evidence.ts'
import { type Trouble, troubleOf } from '../../../../web/kit/api/trouble.ts'
import { SignaturePad } from '../../../../web/kit/capture/signature-pad.tsx'
import { useWords } from '../../../../web/kit/language/use-words.ts'
import { DayText } from '../../../../web/kit/quantities/day-text.tsx'
import { TroubleNote } from '../../../../web/kit/states/trouble-note.tsx'
import { useAct } from '../../../../web/home/use-act.ts'
import { ActTold } from './act-told.tsx'
import { Card, OwnHomeLoaded, type OwnHome } from './own-home.tsx'

const isOver = ({ home: { standing } }: OwnHome) => standing === 'left' || standing === 'refused'

/** The commitment: read, sign by finger, and look at what was signed. */
export function CommitmentPage({ home }: { home: string }) {
  const { t } = useWords()
  return (
    <OwnHomeLoaded>
      {(own, again) => (
        <>
          <Text own={own} />
          {own.commitment ? (
            <Card title={t('own.signed')}>
              <p>
                <DayText day={own.commitment.signedOn} />{' '}
                {t(own.commitment.onPaper ? 'commitment.on-paper' : 'commitment.by-finger')}
              </p>
              {!own.commitment.isTextInForce && <p className="quiet">{t('commitment.earlier-text')}</p>}
              <img
                className="own-signature"
                src={evidenceAddress(own.commitment.signature)}
                alt={t('own.signed')}
              />
            </Card>
          ) : own.home.standing === 'in' ? (
            <Card title={t('act.commitment.sign')}>
              <SignForm home={home} own={own} onDone={again} />
            </Card>
          ) : (
            <Card title={t('act.commitment.sign')}>
              <p>{t(isOver(own) ? 'own.sign.never' : 'own.sign.later')}</p>
            </Card>
          )}
        </>
      )}
    </OwnHomeLoaded>
  )
}

function Text({ own: { commitmentText, home } }: { own: OwnHome }) {
  const { pick, language, t } = useWords()
  return (
    <section className="home-card own-commitment">
      <h1>{pick(commitmentText.title)}</h1>
      <p className="quiet">
        {t('own.sign.household', { householder: home.householder })} · {home.address}
      </p>
      <ol>
        {commitmentText.items.map((item) => (
          <li key={item.zh}>
            {pick(item)}
            {language === 'en' && <span lang="zh-CN">{item.zh}</span>}
          </li>
        ))}
      </ol>
      <p className="own-data-use">{pick(commitmentText.dataUse)}</p>
      {language === 'en' && <p className="quiet">{t('own.sign.chinese-binds')}</p>}
    </section>
  )
}

interface FormProps {
  home: string
  own: OwnHome
  onDone: () => void
}

function SignForm({ home, own, onDone }: FormProps) {
  const { t } = useWords()
  const [signature, setSignature] = useState<Blob | null>(null)
  const [hasRead, setHasRead] = useState(false)
  const [tried, setTried] = useState(false)
  const [uploading, setUploading] = useState(false)
  const [trouble, setTrouble] = useState<Trouble>()
  const act = useAct('commitment.sign')

  const sign = async () => {
    setTrouble(undefined)
    setTried(true)
    if (!signature || !hasRead) return
    setUploading(true)
    try {
      const { digest } = await uploadEvidence(signature)
      const outcome = await act.perform(
        { home, text: own.commitmentText.digest },
        { evidence: [{ kind: 'signature', digest }] },
      )
      if (outcome?.status === 'done') onDone()
    } catch (error) {
      setTrouble(troubleOf(error))
    } finally {
      setUploading(false)
    }
  }
  return (
    <>
      <label className="own-check">
        <input type="checkbox" checked={hasRead} onChange={(event) => setHasRead(event.target.checked)} />
        <span>{t('own.sign.read')}</span>
      </label>
      <SignaturePad onChange={setSignature} signer={own.home.householder} disabled={act.pending} />
      {tried && !(signature && hasRead) && <p role="alert">{t('own.sign.lacks')}</p>}
      {trouble && <TroubleNote trouble={trouble} />}
      <ActTold act={act} done={t('act.commitment.sign.done')} />
      <button
        type="button"
        className="home-button"
        disabled={act.pending || uploading}
        onClick={() => void sign()}
      >
        {t('act.commitment.sign')}
      </button>
    </>
  )
}
