import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { ActButton } from '../../../../web/kit/acts/act-button.tsx'
import { AddressLink, useGo } from '../../../../web/kit/address/address-link.tsx'
import { useSearchTexts } from '../../../../web/kit/address/use-search-texts.ts'
import { ask } from '../../../../web/kit/api/transport.ts'
import { useAnswer } from '../../../../web/kit/api/use-answer.ts'
import { PageFrame } from '../../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../../web/kit/language/use-words.ts'
import { InstantText } from '../../../../web/kit/quantities/day-text.tsx'
import { Answered } from '../../../../web/kit/states/answered.tsx'
import { RowTable } from '../../../../web/kit/table/row-table.tsx'
import { AdoptPart } from './adopt-part.tsx'
import { CasesPart } from './cases-part.tsx'
import { ChangesPart } from './changes-part.tsx'
import { DraftBar } from './draft-bar.tsx'
import { RenameDraft, StartDraft } from './draft-forms.tsx'
import { ParametersPart } from './parameters-part.tsx'
import { ProblemList } from './problems.tsx'
import { RulesPart } from './rules-part.tsx'
import { type DraftPage as Page, type Editing, useDraft } from './use-draft.ts'
import '../policy.css'
import './drafts.css'

const parts = ['changes', 'parameters', 'rules', 'cases', 'adopt'] as const
type Part = (typeof parts)[number]

/** One draft: what differs, and every part of it to be changed, checked as it is typed. */
export function DraftPage() {
  const { t } = useWords()
  const { draft = '' }: { draft?: string } = useParams({ strict: false })
  const answer = useAnswer('policy.draft', { draft })
  if (!answer.data)
    return (
      <PageFrame title={t('draft.title')} back={{ to: '/policy/drafts', label: t('draft.title') }}>
        <Answered answer={answer}>{() => null}</Answered>
      </PageFrame>
    )
  // Past the cache, where a question that another displaces answers what was known before. Unanswered, the page
  // stays as it is, and its regular check offers the newer version.
  const reload = () => ask<Page>('policy.draft', { draft }).catch(() => undefined)
  return <Loaded key={answer.data.id} first={answer.data} reload={reload} />
}

interface LoadedProps {
  first: Page
  reload: () => Promise<Page | undefined>
}

function Loaded({ first, reload }: LoadedProps) {
  const { t } = useWords()
  const [{ part: asked }] = useSearchTexts()
  const editing = useDraft(first)
  const { page } = editing
  const part: Part = parts.find((each) => each === asked) ?? 'changes'
  const takeUp = async () => {
    const now = await reload()
    if (now) editing.load(now)
  }
  // What one has just saved oneself is no news from somebody else, though the check may tell of it first.
  const [takingUp, setTakingUp] = useState(false)
  const saved = async () => {
    setTakingUp(true)
    const now = await reload()
    setTakingUp(false)
    if (!now) return
    editing.drop()
    editing.load(now)
  }
  return (
    <PageFrame
      title={page.name}
      back={{ to: '/policy/drafts', label: t('draft.title') }}
      lead={
        <>
          {t(`draft.state.${page.state}`)} · {t('draft.version', { version: page.version })} ·{' '}
          <InstantText at={page.savedAt} /> {page.savedBy && t('draft.saved-by', { by: page.savedBy })}
        </>
      }
      actions={<Actions editing={editing} onDone={takeUp} />}
    >
      <Notes editing={editing} takingUp={takingUp} onLoad={takeUp} />
      <nav className="page-tabs" aria-label={page.name}>
        {parts.map((each) => (
          <AddressLink
            key={each}
            to={`/policy/drafts/${page.id}?part=${each}`}
            aria-current={each === part ? 'page' : undefined}
          >
            {t(`draft.part.${each}`)}
            {each === 'changes' && page.changes.length > 0 && ` ${page.changes.length}`}
          </AddressLink>
        ))}
      </nav>
      <ProblemList editing={editing} />
      {part === 'changes' && (
        <>
          <ChangesPart editing={editing} />
          <Versions editing={editing} onDone={saved} />
        </>
      )}
      {part === 'parameters' && <ParametersPart editing={editing} />}
      {part === 'rules' && <RulesPart editing={editing} />}
      {part === 'cases' && <CasesPart editing={editing} />}
      {part === 'adopt' && <AdoptPart editing={editing} onDone={() => void saved()} />}
      <DraftBar editing={editing} onSaved={saved} />
    </PageFrame>
  )
}

interface NotesProps {
  editing: Editing
  /** While the newer version is on its way. */
  takingUp: boolean
  onLoad: () => Promise<void>
}

/** What the person has to know before going on: somebody else saved, the draft is closed, the ground has moved. */
function Notes({ editing, takingUp, onLoad }: NotesProps) {
  const { t } = useWords()
  const { page, check, unsaved } = editing
  const { moved } = check
  return (
    <>
      {page.state !== 'open' && <p className="draft-note">{t(`draft.closed.${page.state}`)}</p>}
      {page.state === 'open' && !page.basedOnInForce && <p className="draft-note">{t('draft.older-base')}</p>}
      {!takingUp && moved && (moved.version > page.version || moved.state !== page.state) && (
        <div className="draft-note" role="alert">
          <p>
            {moved.state === 'open'
              ? t('draft.moved', { by: moved.by, version: moved.version })
              : t(`draft.closed.${moved.state}`)}{' '}
            {unsaved > 0 && t('draft.moved.unsaved')}
          </p>
          <Button size="small" type="primary" onClick={() => void onLoad()}>
            {t('draft.moved.load')}
          </Button>
        </div>
      )}
    </>
  )
}

interface ActionProps {
  editing: Editing
  onDone: () => Promise<void>
}

function Actions({ editing, onDone }: ActionProps) {
  const { t } = useWords()
  const go = useGo()
  const { page, open, unsaved, check } = editing
  const mayTry = unsaved === 0 && check.stage === 'sound'
  return (
    <>
      <Button
        type={unsaved > 0 || !open ? 'default' : 'primary'}
        aria-disabled={!mayTry}
        className={mayTry ? undefined : 'act-blocked'}
        title={mayTry ? undefined : t(unsaved > 0 ? 'draft.adopt.unsaved' : 'draft.adopt.faulty')}
        onClick={() => mayTry && go(`/policy/drafts/${page.id}/try`)}
      >
        {t('draft.try')}
      </Button>
      {open && <RenameDraft draft={page.id} name={page.name} onDone={onDone} />}
      <StartDraft copyOf={{ id: page.id, name: page.name }} />
      {open && (
        <ActButton
          kind="draft.discard"
          input={{ draft: page.id }}
          confirm={t('draft.discard.confirm')}
          onDone={() => void onDone()}
        />
      )}
    </>
  )
}

/** Every version that was saved, each to go back to. */
function Versions({ editing, onDone }: { editing: Editing; onDone: () => Promise<void> }) {
  const { t } = useWords()
  const { page, open, unsaved } = editing
  return (
    <Panel title={t('draft.versions')}>
      <RowTable
        rows={page.versions}
        rowKey={({ version }) => String(version)}
        columns={[
          {
            key: 'version',
            title: 'draft.versions',
            render: ({ version, sameAs }) => (
              <>
                {t('draft.version', { version })}{' '}
                {sameAs !== null && (
                  <span className="quiet">{t('draft.version.same-as', { version: sameAs })}</span>
                )}
              </>
            ),
          },
          { key: 'savedAt', title: 'draft.saved', render: ({ savedAt }) => <InstantText at={savedAt} /> },
          { key: 'savedBy', title: 'log.who', render: ({ savedBy }) => savedBy ?? '' },
          {
            key: 'back',
            title: 'draft.back-to',
            render: ({ version }) =>
              open && unsaved === 0 && version < page.version ? (
                <ActButton
                  kind="draft.restore"
                  size="small"
                  input={{ draft: page.id, version: page.version, to: version }}
                  onDone={() => void onDone()}
                >
                  {t('draft.back-to')}
                </ActButton>
              ) : null,
          },
        ]}
      />
    </Panel>
  )
}
