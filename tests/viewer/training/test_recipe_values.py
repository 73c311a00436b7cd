"""The form of a run: recipes with names for people, its length, and fields for the values of a recipe."""

from main import parser
from trainer import recipe_loading
from viewer.training.form import Form
from viewer.training.recipe_values import NUMBERS, RecipeValues
from viewer.training.recipes import TITLES, recipes


def loaded(form):
    """The recipe that the trainer reads from the form's command line."""
    options = parser().parse_args(form.request.start_arguments)
    return recipe_loading.load_recipe(options.recipe, options.overrides)


def filled(qtbot):
    form = Form()
    form.images.set_path("/photos")
    form.out.set_path("/out")
    return form


def test_every_shipped_recipe_is_listed_once_those_for_everybody_first():
    names = [entry.name for entry in recipes()]
    assert names[: len(TITLES)] == list(TITLES) and len(set(names)) == len(names)
    assert set(names) == {path.stem for path in recipe_loading.FOLDER.glob("*.toml")}
    assert all(entry.title and entry.about for entry in recipes())


def test_each_recipe_of_the_list_is_the_one_that_is_trained(qtbot):
    form = filled(qtbot)
    for entry in recipes():
        form.choose_recipe(entry.name)
        assert loaded(form).name == entry.name == form.recipe_name
    form.choose_recipe("fine-tune")
    assert form.recipe.currentText() == "Fine-tune for my photos"
    assert loaded(form).train.start == "live"


def test_empty_fields_leave_the_recipe_and_filled_ones_change_it(qtbot):
    form = filled(qtbot)
    form.choose_recipe("live")
    shipped = loaded(form)
    assert form.request.changes == ()
    form.values.offer(("live", "edsr"))
    for value, number in zip(NUMBERS, (70, "3e-4", 32, 5), strict=True):
        form.values.numbers[value.key].setText(f" {number} ")
    form.values.teacher.setCurrentIndex(form.values.teacher.findText("edsr"))
    form.values.others.setText("train.seed=9 train.batch=6")
    changed = loaded(form)
    assert (changed.train.steps, changed.train.rate, changed.data.patch) == (70, 3e-4, 32)
    assert changed.train.teacher == "edsr" and changed.train.seed == 9
    assert changed.train.batch == 6  # the line wins
    assert changed.model == shipped.model


def test_a_length_replaces_the_number_of_steps(qtbot):
    form = filled(qtbot)
    form.values.numbers["train.steps"].setText("70")
    form.length.setCurrentIndex(1)
    assert loaded(form).train.minutes == 10 and "train.steps=70" not in form.request.changes
    assert not form.values.numbers["train.steps"].isEnabled()
    form.length.setCurrentIndex(0)
    assert loaded(form).train.steps == 70 and loaded(form).train.minutes == 0


def test_the_values_are_shown_when_they_are_asked_for(qtbot):
    values = RecipeValues()
    qtbot.addWidget(values)
    values.show()
    assert not values.others.isVisible()
    values.more.click()
    assert values.others.isVisible() and values.numbers["train.steps"].isVisible()
    values.more.click()
    assert not values.others.isVisible()
