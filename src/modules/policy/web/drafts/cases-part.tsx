import { Button, Select } from 'antd'
import type { PackCase } from '../../../../kernel/pack/schema.ts'
import { AnswerMark } from '../../../../web/kit/decision/answer-mark.tsx'
import { DayInput } from '../../../../web/kit/form/day-input.tsx'
import { Panel } from '../../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../../web/kit/language/use-words.ts'
import { CaseFactsEditor } from './case-facts-editor.tsx'
import { DraftCard } from './draft-card.tsx'
import { FindBar, useFinding } from './find-bar.tsx'
import { NoneFound } from './none-found.tsx'
import { ProblemNotes, problemsAt } from './problems.tsx'
import { SaidInput } from './said-input.tsx'
import type { Editing } from './use-draft.ts'

/** One case as it stands: saved, changed, new, or about to go. */
interface Entry {
  key: string
  tried: PackCase
  /** Where it stands once saved; the checks and the outcomes count so. Null where it goes. */
  at: number | null
  unsaved: boolean
  isNew: boolean
  put(changed: PackCase | null | undefined): void
}

function entriesOf({ page, pending, putCase, setAdded }: Editing): Entry[] {
  let at = 0
  const saved = page.cases.map((one, index): Entry => {
    const put = pending.cases[index]
    return {
      key: `${index}`,
      tried: put ?? one,
      at: put === null ? null : at++,
      unsaved: put !== undefined,
      isNew: false,
      put: (changed) => putCase(index, changed),
    }
  })
  const added = pending.added.map(
    (one, nth): Entry => ({
      key: `new ${nth}`,
      tried: one,
      at: at++,
      unsaved: true,
      isNew: true,
      put: (changed) => setAdded(pending.added.flatMap((each, i) => (i === nth ? (changed ?? []) : [each]))),
    }),
  )
  return [...saved, ...added]
}

const mostShown = 60

/** The examples the rules are held to, answered by the draft as it stands here. */
export function CasesPart({ editing }: { editing: Editing }) {
  const { t, pick } = useWords()
  const { fits, only } = useFinding()
  const { check } = editing
  const askedOf = ({ rule, group }: PackCase) =>
    editing.rules.find(({ id }) => id === rule)?.label ??
    editing.page.groups.find(({ id }) => id === group)?.label ?? { zh: rule ?? '', en: rule ?? '' }
  const entries = entriesOf(editing)
  const failed = entries.filter(({ at }) => at !== null && check.runs?.[at]?.asExpected === false)
  const found = entries.filter(
    (entry) =>
      fits(pick(entry.tried.title), pick(askedOf(entry.tried)), entry.tried.rule ?? '') &&
      (!only || failed.includes(entry) || entry.unsaved),
  )
  return (
    <Panel>
      <p className="quiet policy-note">{t('draft.cases.lead')}</p>
      {check.runs ? (
        <p className={failed.length > 0 ? 'case-differs' : 'quiet'} role="status">
          {failed.length > 0
            ? t('policy.cases.failed', { count: failed.length, of: entries.length })
            : t('policy.cases.all-right', { count: entries.length })}{' '}
          <span className="quiet">{t('draft.cases.unsaved')}</span>
        </p>
      ) : (
        <p className="case-differs" role="status">
          {t('draft.cases.not-run')}
        </p>
      )}
      <FindBar onlyLabel="draft.cases.only-failed" />
      {found.length === 0 && <NoneFound />}
      {found.slice(0, only ? undefined : mostShown).map((entry) => (
        <CaseCard key={entry.key} entry={entry} asked={pick(askedOf(entry.tried))} editing={editing} />
      ))}
      {!only && found.length > mostShown && (
        <p className="quiet">{t('draft.cases.more', { shown: mostShown, all: found.length })}</p>
      )}
    </Panel>
  )
}

function CaseCard({ entry, asked, editing }: { entry: Entry; asked: string; editing: Editing }) {
  const { t, pick } = useWords()
  const { open, check, page } = editing
  const { tried, at } = entry
  const run = at === null ? undefined : check.runs?.[at]
  const problems = at === null ? [] : problemsAt(check.problems, 'cases.yaml', [at])
  const take = () =>
    run?.answer &&
    entry.put({
      ...tried,
      expect: run.answer,
      // Of a group the facts to ask for belong to the answer.
      ...(tried.missing && { missing: [...run.missing] }),
    })
  return (
    <DraftCard
      id={at === null ? '' : String(at)}
      title={
        <>
          {pick(tried.title)} <span className="quiet">{asked}</span>
        </>
      }
      beside={
        <span className="draft-outcome">
          {at === null ? (
            <span className="draft-mark draft-mark-off">{t('draft.case.removed')}</span>
          ) : (
            <>
              <span className="quiet">{t('policy.case.expected')}</span> <AnswerMark answer={tried.expect} />
              {run && !run.asExpected && (
                <>
                  <span className="quiet">{t('policy.case.answer')}</span>{' '}
                  {run.answer && <AnswerMark answer={run.answer} />}
                  <b className="case-differs">{t('policy.case.differs')}</b>
                </>
              )}
            </>
          )}
        </span>
      }
      differs={false}
      unsaved={entry.unsaved}
      problems={problems.filter((problem) => problem.at[1] !== 'expect').length}
    >
      <ProblemNotes problems={problems} />
      <SaidInput
        label={t('policy.case')}
        value={tried.title}
        disabled={!open || at === null}
        onChange={(title) => entry.put({ ...tried, title })}
      />
      <div className="draft-row">
        <label>
          {t('policy.case.expected')}{' '}
          <Select
            className="draft-status"
            disabled={!open || at === null}
            value={tried.expect}
            options={(['yes', 'no', 'unknown'] as const).map((answer) => ({
              value: answer,
              label: t(`kit.condition.${answer}`),
            }))}
            onChange={(expect) => entry.put({ ...tried, expect })}
          />
        </label>
        <label>
          {t('draft.case.day')}{' '}
          <DayInput
            value={tried.day ?? page.validFrom}
            disabled={!open || at === null}
            onChange={(day) => {
              const { day: _, ...others } = tried
              entry.put(day === null || day === page.validFrom ? others : { ...tried, day })
            }}
          />
        </label>
      </div>
      <CaseFactsEditor
        facts={tried.facts}
        editing={editing}
        disabled={!open || at === null}
        onChange={(facts) => entry.put({ ...tried, facts })}
      />
      {open && (
        <div className="draft-row">
          {run && !run.asExpected && run.answer && (
            <Button size="small" type="primary" onClick={take}>
              {t('draft.case.take-answer')} <AnswerMark answer={run.answer} />
            </Button>
          )}
          {at === null ? (
            <Button size="small" onClick={() => entry.put(undefined)}>
              {t('draft.case.restore')}
            </Button>
          ) : (
            <>
              <Button
                size="small"
                onClick={() =>
                  editing.setAdded([
                    ...editing.pending.added,
                    {
                      ...tried,
                      title: { zh: `${tried.title.zh}（${t('draft.case.new')}）`, en: tried.title.en },
                    },
                  ])
                }
              >
                {t('draft.case.copy')}
              </Button>
              <Button size="small" danger onClick={() => entry.put(null)}>
                {t('draft.case.remove')}
              </Button>
            </>
          )}
        </div>
      )}
    </DraftCard>
  )
}
