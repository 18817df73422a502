/**
 * A database described from its own catalogue, as the statements that make it again: what migrations made, and what came after them (partitions,
 * columns of promoted fields, the job runner's tables). Restored, it describes itself in the same words; that is how a restore is checked.
 * What is not described (`unsupported`) stops a backup instead of being left out of it.
 */
import type pg from "pg";

export type TableShape = {
  /** Quoted, with its schema. */
  readonly name: string;
  /** Columns with values of their own, quoted and joined: generated ones make themselves. */
  readonly columns: string;
  /** Columns that hold transaction numbers, which mean nothing in another cluster. */
  readonly xidColumns: readonly string[];
};

export type SchemaShape = {
  readonly roles: readonly string[];
  /** Types, functions, tables: before the rows. */
  readonly before: readonly string[];
  /** Keys, indexes, views, triggers, policies, rights: after the rows. */
  readonly after: readonly string[];
  readonly tables: readonly TableShape[];
  readonly sequences: readonly string[];
};

/** For whoever describes or makes a schema: every name is written with its schema. */
export const PLAIN_SESSION = `set search_path = ''; set check_function_bodies = off; set row_security = off; set synchronize_seqscans = off;
  set idle_in_transaction_session_timeout = 0; set statement_timeout = 0; set lock_timeout = 0; set timezone = 'UTC'; set datestyle = 'iso, ymd'; set extra_float_digits = 1`;

type Client = Pick<pg.Client, "query">;

export async function describeSchema(client: Client): Promise<SchemaShape> {
  const texts = async (query: string) => (await client.query<{ statement: string }>(query)).rows.map((row) => row.statement);
  const strange = await texts(UNSUPPORTED);
  if (strange.length > 0) throw new UnsupportedSchema(strange);
  const { rows: tables } = await client.query<TableShape & { statement: string; hasRows: boolean }>(TABLES);
  const before = [SCHEMAS, TYPES, FREE_SEQUENCES, FUNCTIONS];
  const after = [
    CONSTRAINTS,
    INDEXES,
    ATTACHED_INDEXES,
    FOREIGN_KEYS,
    OWNED_SEQUENCES,
    VIEWS,
    TRIGGERS,
    ROW_SECURITY,
    POLICIES,
    GRANTS,
    COMMENTS,
  ];
  return {
    roles: await texts(ROLES),
    before: [...(await inOrder(before, texts)), ...tables.map((table) => table.statement)],
    after: await inOrder(after, texts),
    tables: tables.filter((table) => table.hasRows).map(({ name, columns, xidColumns }) => ({ name, columns, xidColumns })),
    sequences: await texts(SEQUENCES),
  };
}

async function inOrder(queries: readonly string[], texts: (query: string) => Promise<string[]>): Promise<string[]> {
  const found: string[] = [];
  for (const query of queries) found.push(...(await texts(query)));
  return found;
}

export class UnsupportedSchema extends Error {
  readonly names: readonly string[];
  constructor(names: readonly string[]) {
    super(names.join(", "));
    this.names = names;
  }
}

/** Everything in schemas that belong to us, whoever else shares the database; what an extension brought is the extension's. */
const OURS = "n.nspowner = current_user::regrole and n.nspname !~ '^(pg_|information_schema$)'";
const FREE = (catalogue: string, oid: string) =>
  `not exists (select from pg_catalog.pg_depend x where x.classid = '${catalogue}'::pg_catalog.regclass and x.objid = ${oid} and x.deptype = 'e')`;
const CLASSES = `pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace and ${OURS} and ${FREE("pg_catalog.pg_class", "c.oid")}`;
const ROUTINES = `pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace and ${OURS} and ${FREE("pg_catalog.pg_proc", "p.oid")}`;

const UNSUPPORTED = `select c.oid::regclass::text as statement from ${CLASSES} where c.relkind in ('m', 'f', 'c')
  union all select p.oid::regprocedure::text from ${ROUTINES} where p.prokind in ('a', 'w')
  union all select t.oid::regtype::text from pg_type t join pg_namespace n on n.oid = t.typnamespace and ${OURS} where t.typtype in ('d', 'r', 'b') and t.typelem = 0
  union all select r.rulename from pg_rewrite r join ${CLASSES} on c.oid = r.ev_class where r.rulename <> '_RETURN'
  union all select s.stxname from pg_statistic_ext s join pg_namespace n on n.oid = s.stxnamespace and ${OURS}
  union all select i.inhrelid::regclass::text from pg_inherits i join ${CLASSES} on c.oid = i.inhrelid where c.relkind in ('r', 'p') and not c.relispartition`;

/** Those named in rights and policies; the owner is whoever restores. */
const ROLES = `select distinct statement from (
    select a.grantee::regrole::text as statement from ${CLASSES} cross join aclexplode(c.relacl) a where a.grantee not in (0, c.relowner)
    union select a.grantee::regrole::text from pg_namespace n cross join aclexplode(n.nspacl) a where ${OURS} and a.grantee not in (0, n.nspowner)
    union select a.grantee::regrole::text from ${CLASSES} join pg_attribute t on t.attrelid = c.oid cross join aclexplode(t.attacl) a where a.grantee not in (0, c.relowner)
    union select a.grantee::regrole::text from ${ROUTINES} cross join aclexplode(p.proacl) a where a.grantee not in (0, p.proowner)
    union select r::regrole::text from pg_policy p join ${CLASSES} on c.oid = p.polrelid cross join unnest(p.polroles) r where r <> 0
  ) r order by 1`;

const SCHEMAS = `select format('create schema %I', n.nspname) as statement from pg_namespace n where ${OURS} order by n.nspname`;

const TYPES = `select format('create type %I.%I as enum (%s)', n.nspname, t.typname, string_agg(quote_literal(e.enumlabel), ', ' order by e.enumsortorder)) as statement
  from pg_type t join pg_namespace n on n.oid = t.typnamespace and ${OURS} join pg_enum e on e.enumtypid = t.oid where t.typtype = 'e'
  group by n.nspname, t.typname order by 1`;

const NO_IDENTITY = "not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'i')";

const FREE_SEQUENCES = `select format('create sequence %I.%I as %s increment %s minvalue %s maxvalue %s start %s', n.nspname, c.relname, format_type(s.seqtypid, null),
    s.seqincrement, s.seqmin, s.seqmax, s.seqstart) as statement
  from ${CLASSES} join pg_sequence s on s.seqrelid = c.oid where ${NO_IDENTITY} order by 1`;

/** Leakproof is a mark only a superuser may set; it is set again where there is one (`privileges.ts`). */
const FUNCTIONS = `select regexp_replace(pg_get_functiondef(p.oid), '^([^$]*) LEAKPROOF', '\\1') as statement from ${ROUTINES} where p.prokind in ('f', 'p') order by n.nspname, p.proname, p.oid::regprocedure::text`;

const NOT_NULL = `case when a.attnotnull then coalesce((select format(' constraint %I', k.conname) from pg_constraint k
    where k.conrelid = c.oid and k.contype = 'n' and k.conkey[1] = a.attnum), '') || ' not null' else '' end`;

const COLUMN = `format('%I %s', a.attname, format_type(a.atttypid, a.atttypmod))
  || case when a.attcollation not in (0, t.typcollation) then (select format(' collate %I.%I', cn.nspname, o.collname) from pg_collation o join pg_namespace cn on cn.oid = o.collnamespace where o.oid = a.attcollation) else '' end
  || case when a.attidentity <> '' then format(' generated %s as identity (sequence name %s)', case a.attidentity when 'a' then 'always' else 'by default' end,
       pg_get_serial_sequence(c.oid::regclass::text, a.attname)) else '' end
  || case a.attgenerated when 's' then format(' generated always as (%s) stored', pg_get_expr(d.adbin, d.adrelid))
       when 'v' then format(' generated always as (%s) virtual', pg_get_expr(d.adbin, d.adrelid))
       else coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') end
  || ${NOT_NULL}`;

const COLUMNS_OF = (what: string, where = "true") => `(select ${what} from pg_attribute a join pg_type t on t.oid = a.atttypid
  left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and ${where})`;

const TABLES = `select format('%I.%I', n.nspname, c.relname) as name, c.relkind = 'r' as "hasRows",
    ${COLUMNS_OF("coalesce(string_agg(quote_ident(a.attname), ', ' order by a.attnum), '')", "a.attgenerated = ''")} as columns,
    ${COLUMNS_OF("coalesce(array_agg(quote_ident(a.attname) order by a.attnum), '{}')", "a.atttypid = 'xid8'::regtype")}::text[] as "xidColumns",
    format('create %stable %I.%I %s', case c.relpersistence when 'u' then 'unlogged ' else '' end, n.nspname, c.relname,
      case when c.relispartition then format('partition of %s %s', (select i.inhparent::regclass from pg_inherits i where i.inhrelid = c.oid), pg_get_expr(c.relpartbound, c.oid))
        else format('(%s)', ${COLUMNS_OF(`string_agg(${COLUMN}, ', ' order by a.attnum)`)}) end)
      || case c.relkind when 'p' then ' partition by ' || pg_get_partkeydef(c.oid) else '' end
      || coalesce(' with (' || array_to_string(c.reloptions, ', ') || ')', '') as statement
  from ${CLASSES} where c.relkind in ('r', 'p') order by (select count(*) from pg_partition_ancestors(c.oid)), n.nspname, c.relname`;

const SEQUENCES = `select format('%I.%I', n.nspname, c.relname) as statement from ${CLASSES} where c.relkind = 'S' order by 1`;

/** A partitioned table's key is made on it alone and then joined with those of its partitions, so that every index keeps its name. */
const CONSTRAINTS = `select format('alter table %s%I.%I add constraint %I %s', case when k.contype = 'c' then '' else 'only ' end, n.nspname, c.relname, k.conname, pg_get_constraintdef(k.oid)) as statement
  from pg_constraint k join ${CLASSES} on c.oid = k.conrelid
  where k.contype in ('p', 'u', 'x') or (k.contype = 'c' and k.coninhcount = 0)
  order by k.contype <> 'c', c.relkind = 'p', n.nspname, c.relname, k.conname`;

const INDEXES = `select pg_get_indexdef(i.indexrelid) as statement from pg_index i join ${CLASSES} on c.oid = i.indexrelid
  where not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x')) and (i.indisvalid or c.relkind = 'I')
  order by c.relkind = 'I', n.nspname, c.relname`;

const ATTACHED_INDEXES = `select format('alter index %s attach partition %s', h.inhparent::regclass, h.inhrelid::regclass) as statement
  from pg_inherits h join ${CLASSES} on c.oid = h.inhrelid where c.relkind in ('i', 'I') order by 1`;

const FOREIGN_KEYS = `select format('alter table %I.%I add constraint %I %s', n.nspname, c.relname, k.conname, pg_get_constraintdef(k.oid)) as statement
  from pg_constraint k join ${CLASSES} on c.oid = k.conrelid where k.contype = 'f' and k.conparentid = 0 order by n.nspname, c.relname, k.conname`;

const OWNED_SEQUENCES = `select format('alter sequence %s owned by %s.%I', c.oid::regclass, d.refobjid::regclass, a.attname) as statement
  from ${CLASSES} join pg_depend d on d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'a' and d.refobjsubid > 0
  join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid where c.relkind = 'S' order by 1`;

/** A view after those it reads. */
const VIEWS = `with recursive reads as (
    select distinct r.ev_class as view, d.refobjid as other from pg_rewrite r join ${CLASSES} on c.oid = r.ev_class and c.relkind = 'v'
      join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = r.oid and d.refclassid = 'pg_class'::regclass and d.refobjid <> r.ev_class
      join pg_class o on o.oid = d.refobjid and o.relkind = 'v'
  ), depths as (
    select c.oid as view, 0 as depth from ${CLASSES} where c.relkind = 'v'
    union select reads.view, depths.depth + 1 from depths join reads on reads.other = depths.view
  )
  select format('create view %I.%I%s as %s', n.nspname, c.relname, coalesce(' with (' || array_to_string(c.reloptions, ', ') || ')', ''), pg_get_viewdef(c.oid)) as statement
  from ${CLASSES} join (select view, max(depth) as depth from depths group by view) v on v.view = c.oid order by v.depth, n.nspname, c.relname`;

const TRIGGERS = `select pg_get_triggerdef(g.oid) || case g.tgenabled when 'O' then '' else format('; alter table %I.%I %s trigger %I', n.nspname, c.relname,
      case g.tgenabled when 'D' then 'disable' when 'A' then 'enable always' else 'enable replica' end, g.tgname) end as statement
  from pg_trigger g join ${CLASSES} on c.oid = g.tgrelid where not g.tgisinternal and g.tgparentid = 0 order by n.nspname, c.relname, g.tgname`;

const ROW_SECURITY = `select format('alter table %I.%I %s row level security', n.nspname, c.relname, x.what) as statement
  from ${CLASSES} cross join lateral (values ('enable', c.relrowsecurity), ('force', c.relforcerowsecurity)) x (what, holds) where x.holds order by 1`;

const POLICIES = `select format('create policy %I on %I.%I as %s for %s to %s', p.policyname, p.schemaname, p.tablename, p.permissive, p.cmd,
      (select string_agg(case r when 'public' then 'public' else quote_ident(r) end, ', ') from unnest(p.roles) r))
    || coalesce(' using (' || p.qual || ')', '') || coalesce(' with check (' || p.with_check || ')', '') as statement
  from pg_policies p join ${CLASSES} on c.relname = p.tablename and n.nspname = p.schemaname order by p.schemaname, p.tablename, p.policyname`;

const TO =
  "case a.grantee when 0 then 'public' else a.grantee::regrole::text end || case when a.is_grantable then ' with grant option' else '' end";

const GRANTS = `select format('grant %s on schema %I to %s', a.privilege_type, n.nspname, ${TO}) as statement
    from pg_namespace n cross join aclexplode(n.nspacl) a where ${OURS} and a.grantee <> n.nspowner
  union all select format('grant %s on %s %I.%I to %s', a.privilege_type, case c.relkind when 'S' then 'sequence' else 'table' end, n.nspname, c.relname, ${TO})
    from ${CLASSES} cross join aclexplode(c.relacl) a where a.grantee <> c.relowner
  union all select format('grant %s (%I) on table %I.%I to %s', a.privilege_type, t.attname, n.nspname, c.relname, ${TO})
    from ${CLASSES} join pg_attribute t on t.attrelid = c.oid and t.attnum > 0 and not t.attisdropped cross join aclexplode(t.attacl) a where a.grantee <> c.relowner
  union all select format('revoke all on routine %s from public', p.oid::regprocedure) from ${ROUTINES}
    where p.proacl is not null and not exists (select from aclexplode(p.proacl) a where a.grantee = 0)
  union all select format('grant %s on routine %s to %s', a.privilege_type, p.oid::regprocedure, ${TO})
    from ${ROUTINES} cross join aclexplode(p.proacl) a where a.grantee not in (0, p.proowner)
  order by 1 desc`;

const COMMENTS = `select case when x.objsubid = 0 then format('comment on %s %I.%I is %L', case c.relkind when 'v' then 'view' when 'S' then 'sequence' when 'i' then 'index' when 'I' then 'index' else 'table' end, n.nspname, c.relname, x.description)
    else format('comment on column %I.%I.%I is %L', n.nspname, c.relname, t.attname, x.description) end as statement
  from pg_description x join ${CLASSES} on c.oid = x.objoid left join pg_attribute t on t.attrelid = c.oid and t.attnum = x.objsubid
  where x.classoid = 'pg_class'::regclass order by 1`;
