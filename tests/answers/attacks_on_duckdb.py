"""What somebody would try who could write SQL to the dashboard's database, as data: a name, the SQL, what it goes for.

`{objekt}`, `{manifest}`, `{aktuel}` are files of the release; `{hemmelig}` a file with a secret outside it; `{ny}` a
file that does not exist, in a folder that anybody may write to; `{mappe}` the folder of releases.
"""

from typing import Final, NamedTuple


class Attack(NamedTuple):
    """One attempt: what it is called in a failing test, and the SQL."""

    name: str
    sql: str


def _named(kind: str, **attacks: str) -> tuple[Attack, ...]:
    return tuple(Attack(f"{kind}: {name.replace('_', ' ')}", sql) for name, sql in attacks.items())


READS: Final = _named(
    "read",
    text="select * from read_text('{hemmelig}')",
    blob="select * from read_blob('{hemmelig}')",
    csv="select * from read_csv('{hemmelig}', header = false, columns = {'a': 'varchar'})",
    csv_auto="select * from read_csv_auto('{hemmelig}')",
    one_csv="select * from read_single_csv_file('{hemmelig}')",
    json="select * from read_json('{hemmelig}')",
    json_objects="select * from read_json_objects('{hemmelig}', format = 'unstructured')",
    ndjson="select * from read_ndjson_objects('{hemmelig}')",
    an_object_of_the_release="select * from read_parquet('{objekt}')",
    an_object_by_its_old_name="select * from parquet_scan('{objekt}')",
    one_object="select * from read_single_parquet_file('{objekt}')",
    objects_by_a_pattern="select * from read_parquet('{mappe}/objekter/*.parquet')",
    a_list_of_objects="select * from read_parquet(['{objekt}', '{objekt}'])",
    parquet_metadata="select * from parquet_metadata('{objekt}')",
    parquet_schema="select * from parquet_schema('{objekt}')",
    parquet_file_metadata="select * from parquet_file_metadata('{objekt}')",
    parquet_key_values="select * from parquet_kv_metadata('{objekt}')",
    parquet_bloom="select * from parquet_bloom_probe('{objekt}', 'a', 1)",
    the_manifest="select * from read_text('{manifest}')",
    the_pointer="select * from read_text('{aktuel}')",
    a_list_of_files="select * from glob('{mappe}/**')",
    a_list_of_the_root="select * from glob('/*')",
    the_passwords="select * from read_text('/etc/passwd')",
    our_own_environment="select * from read_blob('/proc/self/environ')",
    our_own_memory="select * from read_blob('/proc/self/maps')",
    standard_input="select * from read_text('/dev/stdin')",
    an_endless_device="select * from read_blob('/dev/zero')",
    up_and_out="select * from read_text('{mappe}/../../hemmeligt/noegle')",
    by_a_file_url="select * from read_text('file://{hemmelig}')",
    by_http="select * from read_csv('http://127.0.0.1:9/a.csv')",
    by_https="select * from read_parquet('https://127.0.0.1:9/a.parquet')",
    by_s3="select * from read_parquet('s3://spand/a.parquet')",
    by_huggingface="select * from read_parquet('hf://datasets/a/b.parquet')",
    a_database_file="select * from read_duckdb('{hemmelig}')",
    sniffed="select * from sniff_csv('{hemmelig}')",
    a_name_that_is_a_file="select * from '{hemmelig}'",
    a_name_that_is_an_object="select * from '{objekt}'",
    a_quoted_name_that_is_a_file='from "{hemmelig}"',
    in_a_subquery="select (select content from read_text('{hemmelig}'))",
    in_a_cte="with x as materialized (select * from read_text('{hemmelig}')) select * from x",
    in_a_lateral_join="select * from range(2) r, lateral (select * from read_text('{hemmelig}')) t",
    in_a_union="select 1::varchar union all select content from read_text('{hemmelig}')",
    in_an_exists="select exists (from read_text('{hemmelig}'))",
    by_a_query_in_text="select * from query('select * from read_text(''{hemmelig}'')')",
    by_a_table_named_in_text="select * from query_table('{hemmelig}')",
    by_a_query_in_json="select * from json_execute_serialized_sql("
    "json_serialize_sql('select * from read_text(''{hemmelig}'')'))",
    variables_of_python="select * from programmets_hemmelighed",
    variables_of_our_module="select * from _open",
)

WRITES: Final = _named(
    "write",
    a_copy="copy (select 1) to '{ny}'",
    a_copy_over_an_object="copy (select 1) to '{objekt}' (format parquet)",
    a_copy_straight_over_an_object="copy (select 1) to '{objekt}' (format parquet, use_tmp_file false)",
    a_copy_over_the_pointer="copy (select 'x') to '{aktuel}' (format csv, use_tmp_file false)",
    a_copy_over_the_manifest="copy (select 'x') to '{manifest}' (format json)",
    a_copy_in_a_cte="with x as (copy (select 1) to '{ny}') select * from x",
    a_copy_over_an_object_in_a_cte="with x as (copy (select 1) to '{objekt}' (use_tmp_file false)) select * from x",
    a_copy_to_a_pipe="copy (select 1) to '/dev/stdout'",
    a_copy_by_parts="copy (select 1 a, 2 b) to '{ny}' (format parquet, partition_by (a))",
    a_copy_into_a_table="copy omraade from '{hemmelig}'",
    an_export="export database '{ny}'",
    an_import="import database '{mappe}'",
    a_copied_database="copy from database memory to memory",
    an_insert="insert into omraade select * from omraade",
    an_insert_in_a_cte="with x as (insert into omraade select * from omraade returning *) select * from x",
    a_delete="delete from omraade",
    a_delete_in_a_cte="with x as (delete from omraade returning *) select * from x",
    an_update="update omraade set omraade_id = 'X'",
    an_update_in_a_cte="with x as (update omraade set omraade_id = 'X' returning *) select * from x",
    a_merge="merge into omraade using (select 1 one) s on false when not matched then insert default values",
    a_truncation="truncate omraade",
    a_drop="drop table omraade",
    a_drop_of_all="drop schema main cascade",
    another_column="alter table omraade add column gal varchar",
    another_name="alter table omraade rename to vaek",
    a_table="create table gal as select 1",
    a_table_over_ours="create or replace table omraade as select 1",
    a_temporary_table="create temp table omraade as select 'X' omraade_id",
    a_view_over_ours="create or replace view omraade as select 1",
    a_temporary_view="create temp view omraade as select 1",
    a_macro_over_ours="create or replace temp macro i_omraader(a, b) as true",
    a_schema="create schema gal",
    a_type="create type gal as enum ('a')",
    a_sequence="create sequence gal",
    an_index="create index gal on omraade (omraade_id)",
    a_comment="comment on table omraade is 'gal'",
    a_variable="set variable gal = (select content from read_text('{hemmelig}'))",
    a_checkpoint="force checkpoint",
    a_vacuum="vacuum analyze",
    a_log_to_a_file="call enable_logging(storage = 'file', storage_path = '{ny}')",
    a_profile_to_a_file="pragma profiling_output = '{ny}'",
    a_profile="pragma enable_profiling = 'json'",
)  # fmt: skip

REACHES_OUT: Final = _named(
    "reach out",
    attach="attach '{ny}' as gal",
    attach_in_memory="attach ':memory:' as gal",
    attach_the_secret="attach '{hemmelig}' as gal (read_only)",
    attach_by_http="attach 'http://127.0.0.1:9/a.duckdb' as gal",
    attach_sqlite="attach '{ny}' as gal (type sqlite)",
    attach_postgres="attach 'host=127.0.0.1' as gal (type postgres)",
    detach="detach memory",
    install="install httpfs",
    install_from="install httpfs from 'http://127.0.0.1:9'",
    install_from_the_community="install shellfs from community",
    load="load httpfs",
    load_a_file="load '{hemmelig}'",
    load_spatial="load spatial",
    update_extensions="update extensions",
    a_secret="create secret gal (type s3, key_id 'a', secret 'b')",
    a_lasting_secret="create persistent secret gal (type http, bearer_token 'a')",
    getenv="select getenv('HOME')",
    an_external_resource="select * from create_external_resource('a', 'b')",
    a_pointer_to_arrow="select * from arrow_scan(1::bigint, 2::bigint, 3::bigint)",
    a_pointer_to_pandas="select * from pandas_scan(1::bigint)",
    a_pointer_to_python="select * from python_map_function(1::bigint)",
    a_pointer_as_a_pointer="select * from pandas_scan(1::bigint::pointer)",
)

UNLOCKS: Final = _named(
    "unlock",
    external_access="set enable_external_access = true",
    external_access_for_all="set global enable_external_access = true",
    allowed_folders="set allowed_directories = ['/']",
    allowed_files="set allowed_paths = ['{hemmelig}']",
    allowed_settings="set allowed_configs = ['enable_external_access']",
    the_lock="set lock_configuration = false",
    reset_the_lock="reset lock_configuration",
    reset_external_access="reset enable_external_access",
    by_pragma="pragma enable_external_access = true",
    unsigned_extensions="set allow_unsigned_extensions = true",
    autoload="set autoload_known_extensions = true",
    time="set max_execution_time = 0",
    memory="set memory_limit = '900GB'",
    threads="set threads = 64",
    scratch="set temp_directory = '{ny}'",
    home="set home_directory = '{mappe}'",
    search_path="set file_search_path = '{mappe}'",
    replacements="set python_enable_replacements = true",
    query_log="set log_query_path = '{ny}'",
    verification="pragma enable_verification",
    deep_expressions="set max_expression_depth = 1000000",
    by_set_config="select set_config('enable_external_access', 'true', false)",
)

MANY: Final = _named(
    "more than one",
    two_selects="select 1; select 2",
    a_write_after="select 1; drop table omraade",
    a_write_before="drop table omraade; select 1",
    a_commit="commit",
    a_rollback_and_a_write="rollback; delete from omraade",
    a_transaction="begin transaction",
    a_comment_over_the_rest="select 1; -- \n drop table omraade",
    nothing="",
    a_comment="-- intet",
    prepared="prepare gal as select 1",
    executed="execute gal",
    explained="explain analyze delete from omraade",
    called="call pragma_version()",
    used="use memory.main",
    no_sql="ikke sql",
    a_null_sign="select 1\x00; drop table omraade",
)

# Those that would use up the machine: stopped by time or memory, and the next question is answered.
WEARS_OUT: Final = _named(
    "wear out",
    an_endless_recursion="with recursive r(n) as (select 1 union all select n + 1 from r) select max(n) from r",
    a_product_of_ranges="select count(*) from range(100000000) a, range(100000000) b where hash(a.range, b.range) = 1",
    a_long_text="select length(repeat('x', 100000) || string_agg(repeat('y', 1000000), '')) from range(100000)",
    a_long_list="select list(range) from range(2000000000)",
    a_wide_sort="select max(h) from (select hash(range)::varchar || repeat('z', 200) h from range(100000000) order by h)",
    a_cross_join_of_ours="select count(*) from aktivitet_maaned a, aktivitet_maaned b, aktivitet_maaned c, "
    "aktivitet_maaned d where hash(a.fremmoeder + b.fremmoeder, c.fremmoeder + d.fremmoeder) = 1",
    deep_brackets="select " + "(" * 20_000 + "1" + ")" * 20_000,
    a_long_sum="select " + "1+" * 100_000 + "1",
)  # fmt: skip

# What a bare connection lets pass: nothing of it reaches a file or another cursor but the write after a rollback.
# The door of asking takes exactly one SELECT, and stops them all.
ONLY_BY_THE_DOOR: Final = frozenset({
    "write: a temporary table", "write: a temporary view", "write: a macro over ours", "write: a checkpoint",
    "write: a vacuum", "reach out: attach in memory", "unlock: verification", "more than one: two selects",
    "more than one: a commit", "more than one: a rollback and a write", "more than one: nothing",
    "more than one: a comment", "more than one: prepared", "more than one: called", "more than one: used",
})  # fmt: skip

ATTACKS: Final = (*READS, *WRITES, *REACHES_OUT, *UNLOCKS, *MANY)

# As the value of a parameter, of an address and of a command line.
TEXTS: Final = (
    "' or '1'='1",
    "'; drop table omraade; --",
    "$$; copy (select 1) to '/tmp/gal' --",
    "') union select content from read_text('/etc/passwd') --",
    "$omraade",
    "{omraade}",
    "%s%n%x",
    "${jndi:ldap://127.0.0.1/a}",
    "../../../../etc/passwd",
    "..\\..\\hemmeligt\\noegle",
    "/etc/passwd",
    "file:///etc/passwd",
    "<script>alert(1)</script>",
    "=1+1",
    "\x00",
    "RIN\x00SYD",
    "\r\nSet-Cookie: gal=1",
    "\u202egnp.exe",
    "æ" * 5_000,
    "null",
    "NaN",
    "-1",
    "1e309",
    "[]",
    "*",
)
