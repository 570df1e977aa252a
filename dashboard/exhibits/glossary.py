"""The field's terms that occur in the words of the exhibits, explained: what the sources mean by them.

One declaration for the page ``/glossary`` and for the words of the cards. Only terms that a card uses stand here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from dashboard.text import Lang, T


@dataclass(frozen=True)
class Term:
    """One term.

    Attributes:
        id: its anchor on the page of the glossary.
        name: as the page lists it.
        forms: how it stands in running words, parted by ``|``; found whole, without regard to case.
        meaning: one or two plain sentences.
        source: the source of the data that uses it so, where there is one.
    """

    id: str
    name: T
    forms: T
    meaning: T
    source: str = ""

    def written(self, lang: Lang) -> list[str]:
        """Every form of the term in one language."""
        return self.forms[lang].split("|")


GLOSSARY: Final = (
    # Trade, investment, production
    Term(
        "current-prices",
        T("Current prices, current dollars", "Precios corrientes, dólares corrientes"),
        T("current prices|current dollars|dollars of each year", "dólares corrientes|dólares de cada año"),
        T(
            "Money as it was counted in each year, not adjusted for inflation.",
            "Dinero tal como se contó en cada año, sin ajuste por inflación.",
        ),
    ),
    Term(
        "goods-trade",
        T("Trade in goods", "Comercio de bienes"),
        T("trade in goods|goods trade", "comercio de bienes|comercio mensual de bienes"),
        T(
            "Exports and imports of things that cross the border, such as cars, oil or food. Travel, transport, "
            "licences and other services are counted apart.",
            "Exportaciones e importaciones de cosas que cruzan la frontera, como autos, petróleo o alimentos. Los "
            "viajes, el transporte, las licencias y otros servicios se cuentan aparte.",
        ),
        "census_country_2023",
    ),
    Term(
        "services-trade",
        T("Trade in services", "Comercio de servicios"),
        T("trade in services|goods and services", "comercio de servicios|bienes y servicios"),
        T(
            "What residents of one country sell to those of the other that is not a thing: travel, transport, "
            "business services, the use of patents and brands.",
            "Lo que los residentes de un país venden a los del otro y no es una cosa: viajes, transporte, servicios "
            "empresariales, uso de patentes y marcas.",
        ),
        "bea_geo_2025",
    ),
    Term(
        "balance-of-payments",
        T("Balance of payments basis", "Base de balanza de pagos"),
        T("balance-of-payments basis|payments basis", "base de balanza de pagos|la de pagos"),
        T(
            "Goods counted when they change owners between residents of two countries, as the Bureau of Economic "
            "Analysis adjusts the customs counts. The only basis on which goods and services can be added.",
            "Los bienes se cuentan cuando cambian de dueño entre residentes de dos países, según el ajuste del "
            "Bureau of Economic Analysis a los registros aduaneros. Solo con esta base se suman bienes y servicios.",
        ),
        "bea_geo_2025",
    ),
    Term(
        "census-basis",
        T("Census basis", "Base de la Oficina del Censo"),
        T("Census basis|customs (Census) basis", "base de la Oficina del Censo|base aduanera"),
        T(
            "Goods counted as they pass the customs of the United States, as the U.S. Census Bureau publishes them.",
            "Bienes contados al pasar por la aduana de Estados Unidos, como los publica la Oficina del Censo.",
        ),
        "census_country_2023",
    ),
    Term(
        "general-imports",
        T("General imports", "Importaciones generales"),
        T("general imports", "importaciones generales"),
        T(
            "All goods that arrive in the United States, whether they go into use at once or into a bonded warehouse "
            "or a foreign trade zone.",
            "Todos los bienes que llegan a Estados Unidos, ya sea que se usen de inmediato o entren a un almacén "
            "fiscal o a una zona de comercio exterior.",
        ),
        "census_country_2023",
    ),
    Term(
        "imports-for-consumption",
        T("Imports for consumption", "Importaciones para consumo"),
        T("imports for consumption|those for consumption", "importaciones son para consumo|las de consumo"),
        T(
            "Goods that clear customs to be used in the United States, at once or when they leave a bonded warehouse "
            "or a foreign trade zone.",
            "Bienes que pasan la aduana para usarse en Estados Unidos, de inmediato o al salir de un almacén fiscal o "
            "de una zona de comercio exterior.",
        ),
        "census_api_hs2_imports",
    ),
    Term(
        "foreign-trade-zone",
        T("Foreign trade zone", "Zona de comercio exterior"),
        T("foreign trade zone", "zona de comercio exterior"),
        T(
            "A place in the United States that counts as outside its customs: goods may be stored or worked on there "
            "before duties are due.",
            "Lugar de Estados Unidos que se considera fuera de su territorio aduanero: ahí los bienes se almacenan o "
            "se transforman antes de pagar aranceles.",
        ),
        "bts_transborder_unt",
    ),
    Term(
        "hs",
        T("HS chapter", "Capítulo del SA"),
        T("HS chapters|HS chapter", "capítulos del SA|27 del SA"),
        T(
            "A group of products in the Harmonized System, the list by which customs all over the world classify "
            "goods. A chapter has two digits.",
            "Grupo de productos del Sistema Armonizado, la lista con la que las aduanas del mundo clasifican los "
            "bienes. Un capítulo tiene dos dígitos.",
        ),
        "census_api_hs2_imports",
    ),
    Term(
        "seasonally-adjusted",
        T("Seasonally adjusted", "Con ajuste estacional"),
        T("not seasonally adjusted|seasonally adjusted", "sin ajuste estacional|con ajuste estacional"),
        T(
            "Freed from what returns every year, such as harvests or holidays, so that months can be compared.",
            "Sin lo que se repite cada año, como cosechas o fiestas, para poder comparar los meses.",
        ),
    ),
    Term(
        "direct-investment",
        T("Direct investment (FDI)", "Inversión directa (IED)"),
        T("direct investment", "inversión directa"),
        T(
            "What owners in one country hold in companies of another in whose management they have a lasting say.",
            "Lo que dueños de un país tienen en empresas de otro en cuya dirección influyen de manera duradera.",
        ),
        "bea_usdia_2016",
    ),
    Term(
        "historical-cost",
        T("Historical cost", "Costo histórico"),
        T("historical cost", "costo histórico"),
        T(
            "Investment valued as it stands in the companies’ books, mostly at the prices of when it was made, not at "
            "what it would sell for today.",
            "Inversión valuada como está en los libros de las empresas, casi siempre a los precios de cuando se hizo, "
            "no a lo que valdría hoy.",
        ),
        "bea_usdia_2016",
    ),
    Term(
        "ultimate-owner",
        T("Ultimate owner", "Propietario final"),
        T("ultimate owner", "propietario final"),
        T(
            "The owner at the top of the chain, whom nobody else owns; the foreign parent is the first owner abroad.",
            "El dueño al inicio de la cadena, que no pertenece a nadie más; la matriz extranjera es el primer dueño "
            "fuera del país.",
        ),
        "bea_fdius_country_2020",
    ),
    Term(
        "edition",
        T("Edition, release, vintage", "Edición"),
        T(
            "editions|edition|releases|release of 2016|release of 2013|release",
            "ediciones|edición",
        ),
        T(
            "One publication of a statistic. Later ones revise the same years, so numbers of different editions are "
            "not joined here.",
            "Una publicación de una estadística. Las siguientes revisan los mismos años, por eso aquí no se unen "
            "cifras de ediciones distintas.",
        ),
    ),
    Term(
        "inputs",
        T("Inputs", "Insumos"),
        T("inputs", "insumos"),
        T(
            "Goods and services that are used up in making others, such as steel, parts or transport.",
            "Bienes y servicios que se usan para producir otros, como acero, partes o transporte.",
        ),
        "wiod2016_tables",
    ),
    Term(
        "value-in-exports",
        T("Value in exports", "Valor en las exportaciones"),
        T("foreign value|value in exports", "valor extranjero|valor en las exportaciones"),
        T(
            "The part of an export’s worth that was made in one country: wages, profits and taxes earned there on the "
            "way to the finished good. Also called value added.",
            "La parte del valor de una exportación que se generó en un país: salarios, ganancias e impuestos de ahí "
            "hasta el bien terminado. También se llama valor agregado.",
        ),
        "wiod2016_wwz",
    ),
    Term(
        "gross-flows",
        T("Gross flows, gross exports", "Flujos brutos, exportaciones brutas"),
        T("gross flows|gross exports", "flujos brutos|exportaciones brutas"),
        T(
            "The full price of what crosses the border, whoever made its parts.",
            "El precio completo de lo que cruza la frontera, sin importar quién hizo sus partes.",
        ),
        "wiod2016_wwz",
    ),
    Term(
        "wiod",
        T("World Input-Output Database (WIOD)", "World Input-Output Database (WIOD)"),
        T("World Input-Output Database|WIOD", "World Input-Output Database|WIOD"),
        T(
            "Tables of what the industries of each country buy from those of every other, published in 2013 and 2016.",
            "Cuadros de lo que las industrias de cada país compran a las de todos los demás, publicados en 2013 y "
            "2016.",
        ),
        "wiod2016_tables",
    ),
    Term(
        "net-jobs",
        T("Net jobs", "Empleos netos"),
        T("net jobs", "empleos netos"),
        T(
            "Jobs that a model attributes to trade less those that it says trade displaces. An estimate, not a count.",
            "Empleos que un modelo atribuye al comercio menos los que según él desplaza. Es una estimación, no un "
            "conteo.",
        ),
        "brt_2016",
    ),
    Term(
        "index",
        T("Index", "Índice"),
        T("index", "índice"),
        T(
            "Every value as a part of that of one base period, which is set to 100: 130 is 30 percent more than then.",
            "Cada valor respecto del de un periodo base, que se fija en 100: 130 es 30 por ciento más que entonces.",
        ),
    ),
    Term(
        "real-output",
        T("Real output", "Producción real"),
        T("real output", "producción real"),
        T(
            "What an industry makes, with the changes of prices taken out.",
            "Lo que produce una industria, descontados los cambios de precios.",
        ),
    ),
    # Money for security
    Term(
        "fiscal-year",
        T("Fiscal year (FY)", "Año fiscal (AF)"),
        T("fiscal years|fiscal year|FY", "años fiscales|año fiscal|AF"),
        T(
            "The year of the United States government’s budget, from October to September, named for the year in "
            "which it ends.",
            "El año del presupuesto del gobierno de Estados Unidos, de octubre a septiembre; lleva el nombre del año "
            "en que termina.",
        ),
        "crs_if10578_202310",
    ),
    Term(
        "merida",
        T("Mérida Initiative", "Iniciativa Mérida"),
        T("Mérida Initiative|Mérida", "Iniciativa Mérida|Mérida"),
        T(
            "The program by which the United States supported Mexico’s security and justice institutions from 2008 "
            "to 2021.",
            "Programa con el que Estados Unidos apoyó a las instituciones de seguridad y justicia de México de 2008 "
            "a 2021.",
        ),
        "crs_if10578_202310",
    ),
    Term(
        "pillar",
        T("Pillars of the Mérida Initiative", "Pilares de la Iniciativa Mérida"),
        T("pillars|pillar", "pilares|pilar"),
        T(
            "The four aims of the Mérida Initiative: disrupt organized crime, institutionalize the rule of law, "
            "build a border of the 21st century, and build strong communities.",
            "Los cuatro fines de la Iniciativa Mérida: afectar a la delincuencia organizada, institucionalizar el "
            "estado de derecho, crear una frontera del siglo XXI y construir comunidades fuertes.",
        ),
        "crs_r41349_201706",
    ),
    Term(
        "bicentennial",
        T("Bicentennial Framework", "Entendimiento Bicentenario"),
        T("Bicentennial Framework", "Entendimiento Bicentenario"),
        T(
            "The agreement on security, public health and safe communities that followed the Mérida Initiative in "
            "2021.",
            "El acuerdo sobre seguridad, salud pública y comunidades seguras que siguió a la Iniciativa Mérida en "
            "2021.",
        ),
        "crs_if10578_202310",
    ),
    Term(
        "incle",
        T("INCLE", "INCLE"),
        T(
            "International Narcotics Control and Law Enforcement|INCLE",
            "Control Internacional de Narcóticos y Aplicación de la Ley|INCLE",
        ),
        T(
            "International Narcotics Control and Law Enforcement: the State Department’s account for police, justice "
            "and work against drugs abroad.",
            "Control Internacional de Narcóticos y Aplicación de la Ley: la cuenta del Departamento de Estado para "
            "policía, justicia y lucha contra las drogas en el exterior.",
        ),
        "crs_r41349_201706",
    ),
    Term(
        "esf",
        T("Economic Support Fund (ESF)", "Fondo de Apoyo Económico (ESF)"),
        T("Economic Support Fund|ESF", "Fondo de Apoyo Económico|ESF"),
        T(
            "The account from which USAID paid for rule of law and communities under the Mérida Initiative.",
            "La cuenta con la que USAID pagó las tareas de estado de derecho y comunidades de la Iniciativa Mérida.",
        ),
        "crs_r41349_201706",
    ),
    Term(
        "fmf",
        T("Foreign Military Financing (FMF)", "Financiamiento Militar Extranjero (FMF)"),
        T("Foreign Military Financing|FMF", "Financiamiento Militar Extranjero|FMF"),
        T(
            "The State Department’s account from which other countries’ forces are equipped and trained.",
            "La cuenta del Departamento de Estado con la que se equipa y capacita a las fuerzas de otros países.",
        ),
        "crs_r41349_201706",
    ),
    Term(
        "appropriated",
        T("Requested, appropriated, obligated", "Solicitado, asignado, comprometido"),
        T("appropriated|obligated|obligations", "asignado|comprometida|compromisos|comprometidos"),
        T(
            "A government requests money, Congress appropriates it, an agency obligates it when it signs for its use, "
            "and disburses it when it pays. These can be years apart.",
            "El gobierno solicita recursos, el Congreso los asigna, una dependencia los compromete al contratar su "
            "uso y los desembolsa al pagar. Entre un paso y otro pueden pasar años.",
        ),
        "usaid_greenbook_2022",
    ),
    Term(
        "homicide-rate",
        T("Homicide rate", "Tasa de homicidios"),
        T("per 100,000 people", "por cada 100,000 habitantes"),
        T(
            "Homicides in a year for every 100,000 people who live in the place, so that large and small places can "
            "be compared.",
            "Homicidios en un año por cada 100,000 personas que viven en el lugar, para comparar lugares grandes y "
            "pequeños.",
        ),
        "conapo_2023",
    ),
    Term(
        "intentional-homicide",
        T("Intentional homicide", "Homicidio doloso"),
        T("intentional homicides|intentional homicide", "homicidios dolosos|homicidio doloso"),
        T(
            "A death that someone caused on purpose. INEGI counts death certificates, SESNSP the victims in "
            "prosecutors’ case files.",
            "Muerte que alguien causó a propósito. El INEGI cuenta certificados de defunción; el SESNSP, víctimas en "
            "carpetas de investigación.",
        ),
        "sesnsp_victims",
    ),
    Term(
        "trace",
        T("Traced firearm", "Arma rastreada"),
        T("traced", "rastreadas"),
        T(
            "A recovered gun whose way from maker or importer to its first retail sale the ATF, the United States’ "
            "firearms agency, looks up at the request of the police.",
            "Arma recuperada cuyo camino del fabricante o importador a su primera venta consulta la ATF, la agencia "
            "de armas de Estados Unidos, a petición de una autoridad.",
        ),
        "gao_16_223",
    ),
    # Migration
    Term(
        "apprehension",
        T("Apprehension", "Aprehensión"),
        T("apprehensions|apprehension", "aprehensiones|aprehensión"),
        T(
            "A person stopped by the U.S. Border Patrol for being in the country without authorization, counted each "
            "time: whoever is stopped twice counts twice.",
            "Persona detenida por la Patrulla Fronteriza de Estados Unidos por estar en el país sin autorización, "
            "contada cada vez: quien es detenido dos veces cuenta dos veces.",
        ),
        "cbp_sw_sectors_1960_2019",
    ),
    Term(
        "encounter",
        T("Encounter", "Encuentro"),
        T("encounters", "encuentros"),
        T(
            "How U.S. Customs and Border Protection counts from FY2020 on. For the Border Patrol, encounters are "
            "apprehensions and, from March 2020 to May 2023, expulsions under Title 42; a wider count adds people "
            "found inadmissible at ports of entry.",
            "Lo que cuenta la Oficina de Aduanas y Protección Fronteriza (CBP) desde el año fiscal 2020. Para la "
            "Patrulla Fronteriza son las aprehensiones y, de marzo de 2020 a mayo de 2023, las expulsiones del "
            "Título 42; un conteo más amplio suma a las personas inadmisibles en puertos de entrada.",
        ),
        "cbp_sbo_fy22_fy25aug",
    ),
    Term(
        "title-42",
        T("Title 42", "Título 42"),
        T("Title 42", "Título 42"),
        T(
            "The part of United States law on public health that was used from March 2020 to May 2023 to expel people "
            "who had crossed the border, without the usual procedure of immigration law.",
            "Parte de la ley de salud pública de Estados Unidos que se usó de marzo de 2020 a mayo de 2023 para "
            "expulsar a personas que habían cruzado la frontera, sin el procedimiento migratorio habitual.",
        ),
        "cbp_sbo_fy22_fy25aug",
    ),
    Term(
        "port-of-entry",
        T("Port of entry", "Puerto de entrada"),
        T("ports of entry|port of entry", "puertos de entrada|puerto de entrada"),
        T(
            "A place where people and goods are inspected and may lawfully enter a country: a bridge, a road "
            "crossing, an airport or a seaport.",
            "Lugar donde se revisa a personas y mercancías y por donde pueden entrar legalmente a un país: puente, "
            "cruce carretero, aeropuerto o puerto marítimo.",
        ),
    ),
    Term(
        "southwest-border",
        T("Southwest border", "Frontera suroeste"),
        T("southwest border", "frontera suroeste|la del suroeste"),
        T(
            "The border of the United States with Mexico, as U.S. Customs and Border Protection calls it.",
            "La frontera de Estados Unidos con México, como la llama la Oficina de Aduanas y Protección Fronteriza.",
        ),
        "cbp_sw_sectors_1960_2019",
    ),
    Term(
        "sector",
        T("Border Patrol sector", "Sector de la Patrulla Fronteriza"),
        T("by sector", "por sector"),
        T(
            "One of the nine stretches into which the Border Patrol divides the southwest border.",
            "Uno de los nueve tramos en que la Patrulla Fronteriza divide la frontera suroeste.",
        ),
        "cbp_sw_sectors_1960_2019",
    ),
    Term(
        "northern-triangle",
        T("Northern Triangle", "Triángulo Norte"),
        T("Northern Triangle", "Triángulo Norte"),
        T("Guatemala, El Salvador and Honduras.", "Guatemala, El Salvador y Honduras."),
    ),
    Term(
        "family-unit",
        T("Family unit", "Unidad familiar"),
        T("family unit|in families", "unidad familiar|en familia"),
        T(
            "Children under 18 stopped together with a parent or legal guardian, and these. Each person is counted.",
            "Menores de 18 años detenidos junto con su padre, madre o tutor, y estos. Se cuenta a cada persona.",
        ),
        "cbp_family_monthly_2013_2019",
    ),
    Term(
        "unaccompanied",
        T("Unaccompanied children", "Menores no acompañados"),
        T(
            "unaccompanied children|children without parents or guardians",
            "menores no acompañados|niñas, niños y adolescentes sin padres ni tutores",
        ),
        T(
            "Children under 18 who are stopped without a parent or legal guardian.",
            "Menores de 18 años detenidos sin su padre, madre o tutor.",
        ),
        "cbp_uac_monthly_2010_2019",
    ),
    Term(
        "unauthorized",
        T("Unauthorized immigrants", "Inmigrantes no autorizados"),
        T("unauthorized", "no autorizada"),
        T(
            "People born abroad who live in the United States without a lasting legal right to stay. Nobody counts "
            "them: the sources estimate them from surveys. Some hold a temporary protection, such as DACA.",
            "Personas nacidas en el extranjero que viven en Estados Unidos sin derecho legal permanente a quedarse. "
            "Nadie las cuenta: las fuentes las estiman con encuestas. Algunas tienen protección temporal, como DACA.",
        ),
    ),
    Term(
        "removal",
        T("Removal", "Expulsión o remoción"),
        T("removals|removed", "remociones|personas expulsadas"),
        T(
            "The departure of a person from the United States on an order of removal, also called deportation. "
            "Expulsions under Title 42 are not removals.",
            "Salida de una persona de Estados Unidos por una orden de remoción, también llamada deportación. Las "
            "expulsiones del Título 42 no son remociones.",
        ),
        "dhs_yearbook_table43",
    ),
    Term(
        "assisted-return",
        T("Deportation and assisted return", "Deportación y retorno asistido"),
        T("deportations and assisted returns", "deportaciones y retornos asistidos"),
        T(
            "The two ways in which Mexico’s Interior Ministry (SEGOB) counts people sent back to their country. An "
            "assisted return is asked for or accepted by the person, and covers children.",
            "Las dos formas en que la Secretaría de Gobernación cuenta a quienes México devuelve a su país. El "
            "retorno asistido lo pide o lo acepta la persona, e incluye a los menores.",
        ),
    ),
    Term(
        "net-flow",
        T("Net flow", "Saldo migratorio"),
        T("net flows|net flow", "saldos|saldo hacia EE. UU."),
        T(
            "People who moved one way less those who moved the other way in the same years.",
            "Personas que se mudaron en un sentido menos las que lo hicieron en el otro en los mismos años.",
        ),
        "pew_2021_net_migration",
    ),
    Term(
        "daca",
        T("DACA", "DACA"),
        T("Deferred Action for Childhood Arrivals|DACA", "Acción Diferida para los Llegados en la Infancia|DACA"),
        T(
            "Deferred Action for Childhood Arrivals: people who came to the United States as children without "
            "authorization may stay and work for a time that can be renewed.",
            "Acción Diferida para los Llegados en la Infancia: quienes llegaron de niños a Estados Unidos sin "
            "autorización pueden quedarse y trabajar por un tiempo que puede renovarse.",
        ),
        "uscis_daca_2017",
    ),
    Term(
        "h-2a",
        T("H-2A", "H-2A"),
        T("H-2A", "H-2A"),
        T("The visa for seasonal work on farms.", "La visa para trabajo agrícola de temporada."),
    ),
    Term(
        "h-2b",
        T("H-2B, H-2R", "H-2B, H-2R"),
        T("H-2B", "H-2B"),
        T(
            "The visa for seasonal work outside farming; H-2R was the one of workers who returned to it.",
            "La visa para trabajo de temporada no agrícola; la H-2R era la de quienes volvían a ella.",
        ),
    ),
    Term(
        "tn",
        T("TN", "TN"),
        T("TN", "TN"),
        T(
            "The visa for Mexican and Canadian professionals under NAFTA and its successor, USMCA.",
            "La visa para profesionistas de México y Canadá según el TLCAN y su sucesor, el T-MEC.",
        ),
    ),
    Term(
        "remittances",
        T("Remittances", "Remesas"),
        T("remittances", "remesas"),
        T(
            "Money that people who live abroad send home.",
            "Dinero que envían a su país quienes viven en el extranjero.",
        ),
        "banxico_sie_remittances_2026_07",
    ),
    Term(
        "purchasing-power",
        T("Purchasing power (PPP), international dollars", "Poder adquisitivo (PPA), dólares internacionales"),
        T("international dollars|purchasing power", "dólares internacionales|poder adquisitivo"),
        T(
            "Money converted so that it buys the same in both countries, not at the exchange rate of the banks.",
            "Dinero convertido de modo que compre lo mismo en ambos países, no al tipo de cambio de los bancos.",
        ),
        "wb_wdi_2024",
    ),
    Term(
        "gdp-per-head",
        T("GDP per head", "PIB por habitante"),
        T("GDP per head", "PIB por habitante"),
        T(
            "The value of all that a country makes in a year, divided by the number of its people.",
            "El valor de todo lo que produce un país en un año, entre el número de sus habitantes.",
        ),
        "wb_wdi_2024",
    ),
    # Energy
    Term(
        "dry-gas",
        T("Dry gas", "Gas seco"),
        T("dry gas", "gas seco"),
        T(
            "Natural gas as it flows to its users: almost only methane, once liquids and other gases are taken out.",
            "Gas natural como llega a quien lo usa: casi solo metano, ya sin líquidos ni otros gases.",
        ),
        "eia_ng_prod_sum_2020_a",
    ),
    Term(
        "cubic-feet",
        T("Cubic feet (Bcf)", "Pies cúbicos (mmpcd)"),
        T(
            "trillion cubic feet|billion cubic feet|million cubic feet|Bcf",
            "billones de pies cúbicos|miles de millones de pies cúbicos|millones de pies cúbicos|mmpcd",
        ),
        T(
            "The measure of gas in the United States. Bcf is a billion of them.",
            "La medida del gas en Estados Unidos y en los ductos mexicanos.",
        ),
    ),
    Term(
        "barrels-a-day",
        T("Thousand barrels a day", "Miles de barriles diarios"),
        T("thousand barrels a day", "miles de barriles diarios"),
        T(
            "How much oil flows on an average day. A thousand of these units are a million barrels a day (mbd).",
            "Cuánto petróleo fluye en un día promedio. Mil de estas unidades son un millón de barriles diarios.",
        ),
    ),
    Term(
        "condensate",
        T("Condensate", "Condensados"),
        T("condensate", "condensados"),
        T(
            "A very light oil that comes up with natural gas; many statistics count it with crude oil.",
            "Petróleo muy ligero que sale con el gas natural; muchas estadísticas lo cuentan con el crudo.",
        ),
        "eia_intl_2020",
    ),
    Term(
        "oil-products",
        T("Oil products", "Petrolíferos"),
        T("oil products|its products", "petrolíferos"),
        T(
            "What refineries make of crude oil: gasoline, diesel, jet fuel and others.",
            "Lo que las refinerías hacen del crudo: gasolina, diésel, turbosina y otros.",
        ),
        "eia_pet_move_expc_2023",
    ),
    Term(
        "royalty",
        T("Additional royalty", "Regalía adicional"),
        T("additional royalty", "regalía adicional"),
        T(
            "The share of the value of what is produced that a company offers the state on top of the basic royalty "
            "that the law sets.",
            "La parte del valor de lo producido que una empresa ofrece al Estado además de la regalía básica que fija "
            "la ley.",
        ),
    ),
    Term(
        "gwh",
        T("GWh, MWh, kWh", "GWh, MWh, kWh"),
        T("GWh|MWh|kWh", "GWh|MWh|kWh"),
        T(
            "Amounts of electricity: a kilowatt-hour (kWh) runs a device of a thousand watts for an hour; a MWh is a "
            "thousand of these, a GWh a million.",
            "Cantidades de electricidad: un kilowatt-hora (kWh) mueve un aparato de mil watts durante una hora; un "
            "MWh son mil y un GWh, un millón.",
        ),
    ),
    Term(
        "mw",
        T("MW", "MW"),
        T("MW", "MW"),
        T(
            "Megawatt: the power that a plant can give or a line can carry at one moment.",
            "Megawatt: la potencia que una planta puede dar o una línea puede llevar en un momento.",
        ),
    ),
    Term(
        "clean-energy-certificate",
        T("Clean energy certificate", "Certificado de energía limpia"),
        T("clean energy certificate", "certificado de energía limpia"),
        T(
            "Proof that one MWh was made without burning fossil fuel or by an efficient plant; large users in Mexico "
            "must hold some.",
            "Constancia de que un MWh se generó con energía limpia o en una planta eficiente; en México los grandes "
            "usuarios deben tener algunos.",
        ),
    ),
    # Foreign policy
    Term(
        "recorded-votes",
        T("Recorded votes", "Votaciones registradas"),
        T("recorded votes", "votaciones registradas"),
        T(
            "Votes in which the United Nations writes down how each country voted; most resolutions pass without one.",
            "Votaciones en que Naciones Unidas anota cómo votó cada país; la mayoría de las resoluciones se aprueba "
            "sin ellas.",
        ),
        "unvotes_2021",
    ),
    Term(
        "ideal-point",
        T("Ideal points", "Puntos ideales"),
        T("ideal points", "puntos ideales"),
        T(
            "A country’s place on a scale estimated from how it votes: countries that vote alike stand close together.",
            "El lugar de un país en una escala estimada con sus votos: los países que votan igual quedan cerca.",
        ),
        "voeten_ip_2020",
    ),
)
