import { useState } from 'react'
import { evidenceAddress, uploadEvidence } from '../../../../web/kit/api/evidence.ts'
import { type Trouble, troubleOf } from '../../../../web/kit/api/trouble.ts'
import { SignaturePad } from '../../../../web/kit/capture/signature-pad.tsx'
import { useWords } from '../../../../web/kit/language/use-words.ts'
import { DayText } from '../../../../web/kit/quantities/day-text.tsx'
import { TroubleNote } from '../../../../web/kit/states/trouble-note.tsx'
import { useAct } from '../../../../web/home/use-act.ts'
import { stages } from '../../stages.ts'
import { ActTold } from './act-told.tsx'
import { Card, OwnHomeLoaded, type OwnHome } from './own-home.tsx'

type Paper = OwnHome['papers'][number]

/** What the household signs: what it can sign now comes first, to be read and signed by finger. */
export function PapersPage({ home }: { home: string }) {
  const { t } = useWords()
  return (
    <OwnHomeLoaded>
      {(own, again) => {
        const papers = own.papers.filter(({ signed }) => signed ?? !isOver(own))
        if (papers.length === 0) return <Card title={t('act.paper.sign')}>{t('own.sign.never')}</Card>
        return papers
          .sort((a, b) => Number(isOpen(own, b)) - Number(isOpen(own, a)))
          .map((paper) => <Paper key={paper.id} home={home} own={own} paper={paper} onDone={again} />)
      }}
    </OwnHomeLoaded>
  )
}

const isReached = ({ home }: OwnHome, { from }: Paper) => stages.indexOf(home.stage) >= stages.indexOf(from)
const lacksContractor = ({ home }: OwnHome, { withContractor }: Paper) =>
  withContractor && home.contractor === null
const isOpen = (own: OwnHome, paper: Paper) =>
  !paper.signed && own.home.standing === 'in' && isReached(own, paper) && !lacksContractor(own, paper)
const isOver = ({ home: { standing } }: OwnHome) => standing === 'left' || standing === 'refused'

interface PaperProps {
  home: string
  own: OwnHome
  paper: Paper
  onDone: () => void
}

function Paper({ home, own, paper, onDone }: PaperProps) {
  const { t, pick } = useWords()
  return (
    <>
      {isOpen(own, paper) ? (
        <section className="home-card own-paper">
          <h1>{pick(paper.title)}</h1>
          <Text own={own} paper={paper} />
        </section>
      ) : (
        <details className="home-card own-paper" open={paper.signed !== null}>
          <summary>{pick(paper.title)}</summary>
          <Text own={own} paper={paper} />
        </details>
      )}
      {paper.signed ? (
        <Signed paper={paper} />
      ) : isOpen(own, paper) ? (
        <Card title={`${t('act.paper.sign')} · ${pick(paper.title)}`}>
          <SignForm home={home} own={own} paper={paper} onDone={onDone} />
        </Card>
      ) : (
        <p className="quiet own-later">
          {isReached(own, paper)
            ? t('own.sign.no-contractor')
            : t('own.sign.later', { stage: t(`own.stage.${toldStage(paper.from)}`) })}
        </p>
      )}
    </>
  )
}

/** Steps that families are not told of are spoken of as the next one they are. */
const toldStage = (from: Paper['from']) =>
  from === 'self-checked' || from === 'inspected' ? 'installed' : from

function Signed({ paper: { signed, title } }: Pick<PaperProps, 'paper'>) {
  const { t, pick } = useWords()
  if (!signed) return null
  return (
    <Card title={`${t('own.signed')} · ${pick(title)}`}>
      <p>
        <DayText day={signed.signedOn} /> {t(`paper.how.${signed.how}`)}
      </p>
      {signed.takenBy && <p className="quiet">{t('paper.taken-by', { name: signed.takenBy })}</p>}
      {signed.witness && <p className="quiet">{t('paper.before', { witness: signed.witness })}</p>}
      {!signed.isTextInForce && <p className="quiet">{t('paper.earlier-text')}</p>}
      <img className="own-signature" src={evidenceAddress(signed.signature)} alt={t('own.signed')} />
    </Card>
  )
}

function Text({ own: { home }, paper }: Pick<PaperProps, 'own' | 'paper'>) {
  const { pick, language, t } = useWords()
  return (
    <>
      <p className="quiet">
        {t('own.sign.household', { householder: home.householder })} · {home.address}
      </p>
      {paper.withContractor && home.contractorName && (
        <p className="quiet">{t('paper.with', { contractor: home.contractorName })}</p>
      )}
      <ol>
        {paper.items.map((item) => (
          <li key={item.zh}>
            {pick(item)}
            {language === 'en' && <span lang="zh-CN">{item.zh}</span>}
          </li>
        ))}
      </ol>
      {paper.dataUse && <p className="own-data-use">{pick(paper.dataUse)}</p>}
      {language === 'en' && <p className="quiet">{t('paper.chinese-binds')}</p>}
    </>
  )
}

function SignForm({ home, own, paper, onDone }: PaperProps) {
  const { t } = useWords()
  const [signature, setSignature] = useState<Blob | null>(null)
  const [hasRead, setHasRead] = useState(false)
  const [tried, setTried] = useState(false)
  const [uploading, setUploading] = useState(false)
  const [trouble, setTrouble] = useState<Trouble>()
  const act = useAct('paper.sign')

  const sign = async () => {
    setTrouble(undefined)
    setTried(true)
    if (!signature || !hasRead) return
    setUploading(true)
    try {
      const { digest } = await uploadEvidence(signature, 'signature')
      const { contractor } = own.home
      const outcome = await act.perform(
        {
          ...{ home, paper: paper.id, text: paper.digest },
          ...(paper.withContractor && contractor && { contractor }),
        },
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
      <ActTold act={act} done={t('act.paper.sign.done')} />
      <button
        type="button"
        className="home-button"
        disabled={act.pending || uploading}
        onClick={() => void sign()}
      >
        {t('act.paper.sign')}
      </button>
    </>
  )
}
