-- §3.3.2a, §3.3.3: what households sign, each paper once. `signature` is the digest of the signature, of the
-- photographed mark, or of the photographed sheet; `text_digest` that of the words that were signed.
create table signed_paper (
  county int not null references county (id),
  home uuid not null,
  paper text collate "C" not null,
  signed_on date not null,
  -- On the family's own telephone; by finger or with a mark on somebody else's; on paper.
  how text not null check (how in ('own', 'finger', 'mark', 'paper')),
  signature bytea not null,
  text_digest bytea not null,
  witness bytea,
  witness_signature bytea,
  -- Whom a paper that binds the contractor names.
  contractor uuid,
  taken_by uuid not null,
  act uuid not null,
  primary key (county, home, paper),
  foreign key (county, home) references home (county, id),
  check ((how in ('mark', 'paper')) = (witness is not null)),
  check ((how = 'mark') = (witness_signature is not null))
);

create index signed_paper_signature on signed_paper (county, signature);
create index signed_paper_witness on signed_paper (county, witness_signature) where witness_signature is not null;

insert into signed_paper (county, home, paper, signed_on, how, signature, text_digest, witness, taken_by, act)
select county, home, 'commitment', signed_on, case when on_paper then 'paper' else 'own' end, signature, text_digest,
       witness, recorded_by, act
  from commitment;
drop table commitment;
