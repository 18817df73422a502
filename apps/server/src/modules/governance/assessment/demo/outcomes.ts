/** People, fires and surveys of the demonstration. Invented. */
import { addDays } from "#platform/values.ts";
import { chance, firesIn, peopleIn, reached, standingIn } from "./people.ts";
import { row, type Scene } from "./scene.ts";

const SOURCE = "统计公报（演示）";

export function outcomes({ counties, today, year, city }: Scene) {
  const peopleOf = (code: string, ago: number) => peopleIn(code) + (3 - ago) * 800;
  const years = [3, 2, 1];
  const people = [
    ...counties.flatMap(({ key, code }) =>
      years.map((ago) => row(`population ${key} ${year - ago}`, key, { year: year - ago, people: peopleOf(code, ago), source: SOURCE })),
    ),
    // A city's people are counted for the city; nobody adds up those of its counties.
    ...years.map((ago) =>
      row(`population ${city} ${year - ago}`, city, {
        year: year - ago,
        people: counties.reduce((sum, { code }) => sum + peopleOf(code, ago), 0) + 3_000,
        source: SOURCE,
      }),
    ),
  ];
  const fires = counties.flatMap(({ key, code }) =>
    [year - 3, year - 2, year - 1, year].flatMap((y) =>
      Array.from({ length: 12 }, (_, i) => `${y}-${String(i + 1).padStart(2, "0")}`)
        .filter((month) => `${month}-28` < addDays(today, -10))
        .map((month) =>
          row(`fire-outcome ${key} ${month}`, key, {
            month: `${month}-01`,
            ...firesIn(code, month, peopleIn(code)),
            source: "市消防救援支队火灾统计（演示）",
          }),
        ),
    ),
  );
  const surveys = counties.flatMap(({ key }) =>
    [`${year - 1}-10-20`, `${year}-05-20`]
      .filter((on) => on < today)
      .map((surveyedOn, n) => {
        const asked = 900 + Math.round(chance(`asked ${key} ${n}`) * 400);
        return row(`awareness ${key} ${n}`, key, {
          surveyedOn,
          group: "常住居民",
          way: n === 0 ? "street" : "phone",
          asked,
          knew: Math.round(asked * (0.81 + 0.12 * reached(standingIn(counties, key), `knew ${key} ${n}`))),
          weak: "电动自行车充电、灭火器使用",
          source: "第三方调查（演示）",
        });
      }),
  );
  return { people, fires, surveys };
}
