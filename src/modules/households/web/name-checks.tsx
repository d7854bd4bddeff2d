import { Button, Modal } from 'antd'
import { useState } from 'react'
import type { NameAnswer } from '../../../kernel/standards/name-agreement.ts'
import { nameAnswerWords, nameGradeWords } from '../../../kernel/standards/name-words.ts'
import { AnswerMark } from '../../../web/kit/decision/answer-mark.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { useMay } from '../../../web/kit/session/session-context.tsx'
import { isAtLeast } from '../stages.ts'
import { CorrectForm } from './correct-form.tsx'
import type { Home } from './home.ts'
import './name-checks.css'
import { SettleForm } from './settle-form.tsx'

type Check = Home['names'][number]

const signs: Readonly<Record<NameAnswer, 'yes' | 'no' | 'unknown'>> = {
  agrees: 'yes',
  'correct-record': 'yes',
  look: 'unknown',
  mismatch: 'no',
}

/** §4.4: each name that is not the householder's to the letter, how far it agrees, and what to do about it. */
export function NameChecks({ home }: { home: Home }) {
  const { t } = useWords()
  if (home.names.length === 0) return null
  return (
    <section className="name-checks">
      <h4>{t('home.names')}</h4>
      <ul>
        {home.names.map((check) => (
          <li key={check.field}>
            <NameCheck home={home} check={check} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function NameCheck({ home, check }: { home: Home; check: Check }) {
  const { t, pick } = useWords()
  const [opened, setOpened] = useState<'settle' | 'correct'>()
  const [maySettle, mayCorrect] = [useMay('home.settle-fact'), useMay('home.correct')]
  const settled = home.settled.find(({ fact, superseded }) => fact === check.fact && !superseded)?.value
  const isOpen = home.openFacts.some(({ fact }) => fact === check.fact)
  const isOnePerson = settled ?? check.answer === 'correct-record'
  const canCorrect = mayCorrect && home.ended === null && !isAtLeast(home.stage, 'confirmed')
  const close = () => setOpened(undefined)
  const why = check.why.map(pick)
  return (
    <>
      <p className="name-check-names" lang="zh-CN">
        <span>
          <span className="quiet">{t('field.householder')}</span>{' '}
          <Marked text={check.householder} places={check.where.a} />
        </span>
        <span>
          <span className="quiet">{t(`field.${check.field}`)}</span>{' '}
          <Marked text={check.other} places={check.where.b} />
        </span>
      </p>
      <p>
        <AnswerMark answer={signs[check.answer]} condition /> {pick(nameGradeWords[check.grade])}
        {' · '}
        {settled === undefined || settled === null
          ? pick(nameAnswerWords[check.answer])
          : t(settled ? 'home.names.settled' : 'home.names.settled-not')}
      </p>
      {why.length > 0 && <p className="quiet">{why.join(t('kit.list-comma'))}</p>}
      <p className="name-check-acts">
        {isOpen && maySettle && (
          <Button size="small" type="primary" onClick={() => setOpened('settle')}>
            {t('home.names.settle')}
          </Button>
        )}
        {isOnePerson !== false &&
          check.answer !== 'mismatch' &&
          check.field !== 'registeredHolder' &&
          canCorrect && (
            <Button size="small" type={isOpen ? 'default' : 'primary'} onClick={() => setOpened('correct')}>
              {t('home.names.correct', { name: home.fields.householder })}
            </Button>
          )}
      </p>
      <Modal
        open={opened !== undefined}
        title={t(opened === 'correct' ? 'act.home.correct' : 'act.home.settle-fact')}
        onCancel={close}
        footer={null}
        destroyOnHidden
      >
        {opened === 'settle' && <SettleForm id={home.id} fact={check.fact} onDone={close} onCancel={close} />}
        {opened === 'correct' && (
          <CorrectForm
            id={home.id}
            proposed={{ [check.field]: home.fields.householder }}
            onDone={close}
            onCancel={close}
          />
        )}
      </Modal>
    </>
  )
}

/** A name with the characters that differ marked; the mark is more than a colour. */
function Marked({ text, places }: { text: string; places: readonly number[] }) {
  return (
    <b>
      {[...text].map((character, at) =>
        places.includes(at) ? <mark key={at}>{character}</mark> : <span key={at}>{character}</span>,
      )}
    </b>
  )
}
