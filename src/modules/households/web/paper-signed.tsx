import { Image } from 'antd'
import { evidenceAddress } from '../../../web/kit/api/evidence.ts'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import './notice.css'

interface Props {
  paper: Answer<'home.notices'>['papers'][number]
}

/** Of one paper: when it was signed, how, before whom, and the signature; or that it is not. */
export function PaperSigned({ paper: { id, title, signed } }: Props) {
  const { t, pick } = useWords()
  if (!signed)
    return (
      <span className={id === 'commitment' ? 'notice-lack' : 'quiet'}>
        {t(id === 'commitment' ? 'paper.none-committed' : 'paper.none')}
      </span>
    )
  const { signedOn, how, takenBy, witness, contractorName, isTextInForce, signature, witnessSignature } =
    signed
  const beside = [
    contractorName && t('paper.with', { contractor: contractorName }),
    takenBy && t('paper.taken-by', { name: takenBy }),
    witness && t('paper.before', { witness }),
    !isTextInForce && t('paper.earlier-text'),
  ].filter(Boolean)
  return (
    <>
      <DayText day={signedOn} /> {t(`paper.how.${how}`)}
      {beside.length > 0 && <div className="quiet">{beside.join(t('paper.and'))}</div>}
      <div className="paper-signatures">
        <figure>
          <Image
            className="paper-signature"
            src={evidenceAddress(signature)}
            height={90}
            alt={t(witnessSignature ? 'paper.mark-of' : 'paper.signature-of', { paper: pick(title) })}
          />
          {witnessSignature && <figcaption>{t('paper.mark')}</figcaption>}
        </figure>
        {witnessSignature && (
          <figure>
            <Image
              className="paper-signature"
              src={evidenceAddress(witnessSignature)}
              height={90}
              alt={t('paper.witness-signature')}
            />
            <figcaption>{t('paper.witness-signature')}</figcaption>
          </figure>
        )}
      </div>
    </>
  )
}
