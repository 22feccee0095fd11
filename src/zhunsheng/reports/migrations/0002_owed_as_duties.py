"""A question about a figure is an item with a duty; so is what an issued edition owes."""

import django.db.models.deletion
from django.apps.registry import Apps
from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def none_asked(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """The tables of questions are made anew: what is in them would be lost, so that none may be."""
    asked = apps.get_model("reports", "FigureQuestion").objects.count()
    if asked:
        raise RuntimeError(
            f"数据库中已有{asked}件读者对数据的提问，本次升级不能转换，数据未作任何改动。请用原版本答复并导出后再升级。"
            f" / The ledgers hold {asked} questions about figures that this version cannot convert;"
            " nothing was changed. Answer and export them with the former version, then upgrade."
        )


class Migration(migrations.Migration):

    dependencies = [
        ('reports', '0001_initial'),
        ('kernel', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunPython(none_asked, migrations.RunPython.noop),
        migrations.DeleteModel('AnswerShowing'),
        migrations.DeleteModel('QuestionContact'),
        migrations.DeleteModel('QuestionAnswer'),
        migrations.DeleteModel('FigureQuestion'),
        migrations.CreateModel(
            name='FigureQuestion',
            fields=[
                ('item', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='+', serialize=False, to='kernel.item')),
                ('title', models.CharField(max_length=300)),
                ('ordinal', models.PositiveIntegerField()),
                ('figure', models.CharField(max_length=120)),
                ('text', models.CharField(max_length=1000)),
                ('digest', models.CharField(max_length=80)),
                ('entry', models.BigIntegerField()),
                ('at', models.DateTimeField()),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kernel.agency')),
                ('division', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kernel.division')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='questions', to='reports.edition')),
            ],
        ),
        migrations.CreateModel(
            name='QuestionAnswer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('kind', models.CharField(max_length=20)),
                ('text', models.CharField(max_length=1000)),
                ('entry', models.BigIntegerField()),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('erratum', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='reports.erratum')),
                ('question', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='answer', to='reports.figurequestion')),
            ],
        ),
        migrations.CreateModel(
            name='AnswerShowing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('public', models.BooleanField()),
                ('reason', models.CharField(blank=True, max_length=300)),
                ('entry', models.BigIntegerField()),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('answer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='showings', to='reports.questionanswer')),
            ],
        ),
        migrations.CreateModel(
            name='QuestionContact',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('text', models.CharField(max_length=100)),
                ('question', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='contact', to='reports.figurequestion')),
            ],
        ),
        migrations.AddConstraint(
            model_name='figurequestion',
            constraint=models.UniqueConstraint(fields=('edition', 'ordinal'), name='question_number_once'),
        ),
        migrations.AddConstraint(
            model_name='questionanswer',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('erratum__isnull', False), ('kind', 'erratum')), models.Q(models.Q(('kind', 'erratum'), _negated=True), ('erratum__isnull', True)), _connector='OR'), name='answer_names_its_erratum'),
        ),
        migrations.CreateModel(
            name='EditionDue',
            fields=[
                ('item', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='+', serialize=False, to='kernel.item')),
                ('title', models.CharField(max_length=300)),
                ('addressee', models.CharField(blank=True, max_length=100)),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kernel.agency')),
                ('division', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kernel.division')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='dues', to='reports.edition')),
                ('withdrawal', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='dues', to='reports.visibility')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('withdrawal__isnull', True)), fields=('edition', 'addressee'), name='edition_due_once')],
            },
        ),
    ]
