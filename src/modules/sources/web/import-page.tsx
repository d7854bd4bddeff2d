import { Button, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import { useSearchTexts } from '../../../web/kit/address/use-search-texts.ts'
import { download } from '../../../web/kit/api/download.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { useWatchedAnswer } from '../../../web/kit/api/use-watched-answer.ts'
import { FileDrop } from '../../../web/kit/capture/file-drop.tsx'
import type { StoredFile } from '../../../web/kit/capture/use-uploads.ts'
import { DayInput } from '../../../web/kit/form/day-input.tsx'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { AddressCheck } from '../../../web/kit/table/address-check.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { useMay, useSession } from '../../../web/kit/session/session-context.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { type Mapping, type SourceKind } from '../model.ts'
import { type About, DryRunResult } from './dry-run-result.tsx'
import { useDownload } from '../../../web/kit/api/use-download.ts'
import { useOwnKinds } from './use-own-kinds.ts'
import './sources.css'

interface Imported {
  id: string
  rows: number
}

/** A list from another office: what it is, the file, what its columns are, what is wrong, and in. */
export function ImportSourcePage() {
  const { t } = useWords()
  const { grants, county } = useSession()
  const [texts, change] = useSearchTexts()
  const kinds = useOwnKinds()
  const kind: SourceKind = kinds.find((one) => one === texts.kind) ?? 'grid'
  const kindOptions = kinds.map((value) => ({ value, label: t(`choice.source-kind.${value}`) }))
  const seesHomes = useMay('register.read')
  const towns = useAnswer('area.list', { level: 'town' }).data ?? []
  const wide = grants.flatMap(({ area }) => (area?.endsWith('000000') ? [area] : []))[0]
  const [chosen, setChosen] = useState<string>()
  const area = chosen ?? wide ?? ''
  const [asOf, setAsOf] = useState<string | null>(null)
  const [deliveredBy, setDeliveredBy] = useState('')
  const [file, setFile] = useState<StoredFile>()
  const [round, setRound] = useState(0)
  const [imported, setImported] = useState<Imported>()
  const template = useDownload()
  const finish = (done: Imported) => {
    setImported(done)
    setFile(undefined)
    setRound((before) => before + 1)
  }
  return (
    <PageFrame
      title={t('source-import.title')}
      lead={t('source-import.lead')}
      back={{ to: '/sources', label: t('sources.title') }}
    >
      <Panel title={t('source-import.about')}>
        <AddressCheck
          filters={[{ key: 'kind', label: 'source-import.kind', kind: 'choice', options: kindOptions }]}
        />
        <Form layout="vertical" className="source-about">
          <Form.Item label={t('source-import.kind')} htmlFor="source-kind">
            <Select
              id="source-kind"
              value={kind}
              onChange={(value) => change({ kind: value })}
              options={kindOptions}
            />
          </Form.Item>
          <Form.Item label={t('source-import.area')} htmlFor="source-area">
            <Select
              id="source-area"
              value={area}
              onChange={setChosen}
              options={[
                ...(wide ? [{ value: wide, label: county.name }] : []),
                ...towns.map(({ code, name }) => ({ value: code, label: name })),
              ]}
            />
          </Form.Item>
          <Form.Item
            label={t('source-import.as-of')}
            htmlFor="source-as-of"
            extra={t('source-import.as-of.note')}
          >
            <DayInput id="source-as-of" value={asOf} onChange={setAsOf} />
          </Form.Item>
          <Form.Item label={t('source-import.delivered-by')} htmlFor="source-by">
            <Input
              id="source-by"
              maxLength={80}
              value={deliveredBy}
              placeholder={t(`source-import.office.${kind}`)}
              onChange={(event) => setDeliveredBy(event.target.value)}
            />
          </Form.Item>
        </Form>
        <FileDrop
          key={round}
          holds="workbook"
          hint={t('source-import.drop')}
          onChange={(files) => setFile(files[0])}
        />
        <p>
          <Button
            size="small"
            loading={template.loading}
            onClick={() => template.start(() => download('source.template', { kind }))}
          >
            {t('source-import.template')}
          </Button>
        </p>
        {template.trouble}
      </Panel>
      {file && (
        <NewSource
          key={`${file.digest} ${kind}`}
          file={file}
          about={{
            kind,
            area,
            asOf,
            deliveredBy: deliveredBy.trim() || t(`source-import.office.${kind}`),
          }}
          onArea={setChosen}
          onDone={finish}
        />
      )}
      <Modal
        open={imported !== undefined}
        title={t('source-import.done', { count: imported?.rows ?? 0 })}
        onCancel={() => setImported(undefined)}
        footer={
          <Button type="primary" onClick={() => setImported(undefined)}>
            {t('kit.close')}
          </Button>
        }
      >
        <p>{t('act.source.import.effect')}</p>
        <p>
          <AddressLink to={`/sources/${imported?.id}`}>{t('source-import.see')}</AddressLink>
        </p>
        {seesHomes && (
          <p>
            <AddressLink to="/register?stage=applied,screened&answer=unknown">
              {t('source-import.to-verify')}
            </AddressLink>
          </p>
        )}
      </Modal>
    </PageFrame>
  )
}

interface Props {
  file: StoredFile
  about: About
  onArea: (area: string) => void
  onDone: (imported: Imported) => void
}

function NewSource({ file, about, onArea, onDone }: Props) {
  const [mapping, setMapping] = useState<Mapping>()
  const { answer, progress } = useWatchedAnswer('source.dry-run', {
    digest: file.digest,
    kind: about.kind,
    area: about.area,
    fileName: file.name,
    mapping,
  })
  return (
    <Answered answer={answer} progress={progress}>
      {(run) => (
        <DryRunResult
          run={run}
          file={file}
          about={about}
          onMapping={setMapping}
          onArea={onArea}
          onDone={onDone}
        />
      )}
    </Answered>
  )
}
